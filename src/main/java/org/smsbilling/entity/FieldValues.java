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
package org.smsbilling.entity;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.util.EntityQuery;

/**
 * One field of the rows that a query finds. {@code EntityQuery.getFieldList} goes past the cache and keeps an iterator open, about which OFBiz
 * logs an error when no transaction is in place; this does neither.
 */
public final class FieldValues {

    private FieldValues() { }

    /** @return the values that are not null, in the query's order, a value as often as there are rows with it; the caller may change the list */
    public static List<String> of(EntityQuery query, String field) throws GenericEntityException {
        return query.queryList().stream().map(row -> row.getString(field)).filter(Objects::nonNull).collect(Collectors.toList());
    }
}
