/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 * http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing,
 * software distributed under the License is distributed on an
 * "AS IS" BASIS, WITHOUT WARRANTIES OR CONDITIONS OF ANY
 * KIND, either express or implied.  See the License for the
 * specific language governing permissions and limitations
 * under the License.
 */
package org.smsbilling.reminder;

/**
 * Which invoices a cycle is for: those for which all that is set holds. Null is not set, so a rule without anything fits every invoice.
 *
 * @param attributeValue of the attribute, compared without regard to case and surrounding blanks; null: any
 */
public record CycleRule(String invoiceTypeId, String invoiceItemTypeId, String attributeName, String attributeValue,
        String partyClassificationGroupId) {

    public boolean fits(InvoiceTraits invoice) {
        return (invoiceTypeId == null || invoice.typeIds().contains(invoiceTypeId))
                && (invoiceItemTypeId == null || invoice.itemTypeIds().contains(invoiceItemTypeId))
                && (attributeName == null || attributeFits(invoice.attributes().get(attributeName)))
                && (partyClassificationGroupId == null || invoice.customerGroups().contains(partyClassificationGroupId));
    }

    private boolean attributeFits(String value) {
        return value != null && (attributeValue == null || attributeValue.strip().equalsIgnoreCase(value.strip()));
    }
}
