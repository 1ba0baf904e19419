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
package org.smsbilling.testbed.data;

import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.model.ModelEntity;
import org.smsbilling.testbed.xml.StrictXml;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** Loads entity-engine-xml: one element a row, fields as attributes or, for long texts, as elements. What exists is updated. */
public final class EntityDataLoader {

    private EntityDataLoader() { }

    /** @return how many rows the file holds; @throws IllegalStateException telling the row that could not be stored */
    public static int load(Delegator delegator, URL file) {
        int rows = 0;
        for (Node node = StrictXml.root(file, "entity-engine-xml").getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeType() == Node.ELEMENT_NODE) {
                rows += row(delegator, (Element) node);
            }
        }
        return rows;
    }

    private static int row(Delegator delegator, Element element) {
        if (List.of("create", "create-update", "create-replace").contains(element.getTagName())) {
            int rows = 0;
            for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
                rows += node.getNodeType() == Node.ELEMENT_NODE ? row(delegator, (Element) node) : 0;
            }
            return rows;
        }
        ModelEntity model = delegator.getModelEntity(element.getTagName());
        if (model == null) {
            throw StrictXml.problem(element, "is not an entity");
        }
        try {
            delegator.storeAll(List.of(value(delegator, element, model)));
        } catch (GenericEntityException | IllegalArgumentException e) {
            throw new IllegalStateException(StrictXml.problem(element, "could not be stored").getMessage(), e);
        }
        return 1;
    }

    private static GenericValue value(Delegator delegator, Element element, ModelEntity model) {
        GenericValue value = delegator.makeValue(model.getEntityName());
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            set(element, value, attributes.item(i).getNodeName(), attributes.item(i).getNodeValue());
        }
        for (Element child : StrictXml.children(element, model.getAllFieldNames().toArray(String[]::new))) {
            set(element, value, child.getTagName(), child.getTextContent());
        }
        List<String> missing = new ArrayList<>(model.getPkFieldNames());
        missing.removeAll(value.keySet());
        if (missing.size() == 1 && model.getPkFieldNames().size() == 1) {
            value.setNextSeqId();
        } else if (!missing.isEmpty()) {
            throw StrictXml.problem(element, "lacks the key " + missing);
        }
        return value;
    }

    private static void set(Element element, GenericValue value, String name, String text) {
        if (!value.getModelEntity().isField(name)) {
            throw StrictXml.problem(element, "has the attribute " + name + ", which is no field of the entity");
        }
        value.setString(name, text);
    }
}
