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
package org.apache.ofbiz.entity.model;

import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.smsbilling.testbed.xml.StrictXml;
import org.w3c.dom.Element;

/** Reads entitymodel.xml files; entities before views, as views name entities of other components. */
public final class EntityModelReader {

    private static final String[] STAMPS = {ModelEntity.STAMP_FIELD, ModelEntity.STAMP_TX_FIELD, ModelEntity.CREATE_STAMP_FIELD,
        ModelEntity.CREATE_STAMP_TX_FIELD};

    private final ModelReader reader = new ModelReader();

    private EntityModelReader() { }

    public static ModelReader read(List<URL> files) {
        EntityModelReader model = new EntityModelReader();
        List<Element> all = files.stream().map(file -> StrictXml.root(file, "entitymodel")).flatMap(EntityModelReader::definitions).toList();
        all.stream().filter(each -> StrictXml.name(each).equals("entity")).forEach(model::entity);
        all.stream().filter(each -> StrictXml.name(each).equals("extend-entity")).forEach(model::extend);
        all.stream().filter(each -> StrictXml.name(each).equals("view-entity")).forEach(model::view);
        model.reader.all().forEach(model::checkRelations);
        return model.reader;
    }

    private static Stream<Element> definitions(Element root) {
        return StrictXml.children(root, "title", "description", "version", "copyright", "author", "entity", "extend-entity", "view-entity").stream();
    }

    private void entity(Element element) {
        Map<String, String> attributes = StrictXml.attributes(element, "entity-name!", "package-name!", "title", "table-name",
                "default-resource-name", "never-cache", "no-auto-stamp", "sequence-bank-size");
        String name = attributes.get("entity-name");
        ModelEntity entity = new ModelEntity(name, attributes.getOrDefault("table-name", ModelEntity.dbName(name)),
                attributes.get("default-resource-name"), Integer.parseInt(attributes.getOrDefault("sequence-bank-size", "10")));
        List<String> keys = StrictXml.children(element, "description", "field", "prim-key", "relation", "index").stream()
                .filter(each -> StrictXml.name(each).equals("prim-key")).map(each -> StrictXml.attributes(each, "field!").get("field")).toList();
        contents(element, entity, keys);
        if (!"true".equals(attributes.get("no-auto-stamp"))) {
            for (String stamp : STAMPS) {
                entity.addField(new ModelField(stamp, "date-time", ModelEntity.dbName(stamp), false, false, false));
            }
        }
        if (keys.isEmpty() || !entity.getPkFieldNames().containsAll(keys)) {
            throw StrictXml.problem(element, "has the key " + keys + ", which its fields must be");
        }
        reader.add(entity);
    }

    private void extend(Element element) {
        String name = StrictXml.attributes(element, "entity-name!").get("entity-name");
        ModelEntity entity = reader.getModelEntity(name);
        if (entity == null) {
            throw StrictXml.problem(element, "extends an entity that does not exist");
        }
        contents(element, entity, List.of());
    }

    private void contents(Element element, ModelEntity entity, List<String> keys) {
        for (Element child : StrictXml.children(element, "description", "field", "prim-key", "relation", "index")) {
            switch (StrictXml.name(child)) {
            case "field":
                entity.addField(field(child, keys));
                break;
            case "relation":
                Map<String, String> relation = StrictXml.attributes(child, "type!", "title", "rel-entity-name!", "fk-name");
                entity.addRelation(new ModelRelation(relation.get("type"), relation.get("title"), relation.get("rel-entity-name"),
                        relation.get("fk-name"), keyMaps(child)));
                break;
            case "index":
                Map<String, String> index = StrictXml.attributes(child, "name!", "unique");
                entity.addIndex(new ModelIndex(index.get("name"), "true".equals(index.get("unique")), StrictXml.children(child, "description",
                        "index-field").stream().map(each -> StrictXml.attributes(each, "name!").get("name")).toList()));
                break;
            default:
            }
        }
    }

    private static ModelField field(Element element, List<String> keys) {
        Map<String, String> attributes = StrictXml.attributes(element, "name!", "type!", "col-name", "encrypt", "not-null");
        StrictXml.children(element, "description");
        String name = attributes.get("name");
        boolean encrypt = "true".equals(attributes.get("encrypt"));
        try {
            ModelField field = new ModelField(name, attributes.get("type"), attributes.getOrDefault("col-name", ModelEntity.dbName(name)),
                    keys.contains(name), "true".equals(attributes.get("not-null")), encrypt);
            if (encrypt && !field.isText()) {
                throw new IllegalArgumentException("only text can be encrypted");
            }
            return field;
        } catch (IllegalArgumentException e) {
            throw StrictXml.problem(element, e.getMessage());
        }
    }

    private static List<ModelKeyMap> keyMaps(Element element) {
        List<ModelKeyMap> keys = new ArrayList<>();
        for (Element child : StrictXml.children(element, "description", "key-map")) {
            if (StrictXml.name(child).equals("key-map")) {
                Map<String, String> attributes = StrictXml.attributes(child, "field-name!", "rel-field-name");
                keys.add(new ModelKeyMap(attributes.get("field-name"), attributes.get("rel-field-name")));
            }
        }
        return keys;
    }

    private void view(Element element) {
        String name = StrictXml.attributes(element, "entity-name!", "package-name!", "title", "never-cache").get("entity-name");
        ModelViewEntity view = new ModelViewEntity(name);
        List<Element> children = StrictXml.children(element, "description", "member-entity", "alias-all", "alias", "view-link", "relation");
        children.stream().filter(each -> StrictXml.name(each).equals("member-entity")).forEach(each -> member(each, view));
        for (Element child : children) {
            switch (StrictXml.name(child)) {
            case "view-link":
                Map<String, String> link = StrictXml.attributes(child, "entity-alias!", "rel-entity-alias!", "rel-optional");
                view.addLink(link.get("entity-alias"), link.get("rel-entity-alias"), "true".equals(link.get("rel-optional")), keyMaps(child));
                break;
            case "alias":
                alias(child, view);
                break;
            case "alias-all":
                aliasAll(child, view);
                break;
            case "relation":
                Map<String, String> relation = StrictXml.attributes(child, "type!", "title", "rel-entity-name!", "fk-name");
                view.addRelation(new ModelRelation(relation.get("type").replace("one", "one-nofk").replace("-nofk-nofk", "-nofk"),
                        relation.get("title"), relation.get("rel-entity-name"), null, keyMaps(child)));
                break;
            default:
            }
        }
        reader.add(view);
    }

    private void member(Element element, ModelViewEntity view) {
        Map<String, String> attributes = StrictXml.attributes(element, "entity-alias!", "entity-name!");
        ModelEntity entity = reader.getModelEntity(attributes.get("entity-name"));
        if (entity == null || entity instanceof ModelViewEntity) {
            throw StrictXml.problem(element, "names " + attributes.get("entity-name") + ", which must be an entity and no view");
        }
        view.addMember(attributes.get("entity-alias"), entity);
    }

    private static void aliasAll(Element element, ModelViewEntity view) {
        Map<String, String> attributes = StrictXml.attributes(element, "entity-alias!", "prefix");
        List<String> excluded = StrictXml.children(element, "exclude").stream()
                .map(each -> StrictXml.attributes(each, "field!").get("field")).toList();
        String prefix = attributes.getOrDefault("prefix", "");
        for (ModelField field : view.member(attributes.get("entity-alias")).getFieldsUnmodifiable()) {
            String name = field.getName();
            String alias = prefix.isEmpty() ? name : prefix + Character.toUpperCase(name.charAt(0)) + name.substring(1);
            if (!excluded.contains(name) && !view.isField(alias) && !List.of(STAMPS).contains(name)) {
                view.addAlias(alias, view.column(attributes.get("entity-alias"), name), field.getType(), null, false);
            }
        }
    }

    private static void alias(Element element, ModelViewEntity view) {
        Map<String, String> attributes = StrictXml.attributes(element, "entity-alias", "name!", "field", "function", "group-by");
        boolean grouped = "true".equals(attributes.get("group-by"));
        List<Element> complex = StrictXml.children(element, "description", "complex-alias").stream()
                .filter(each -> StrictXml.name(each).equals("complex-alias")).toList();
        if (complex.isEmpty()) {
            String member = attributes.get("entity-alias");
            String field = attributes.getOrDefault("field", attributes.get("name"));
            view.addAlias(attributes.get("name"), view.column(member, field), view.field(member, field).getType(), attributes.get("function"),
                    grouped);
            return;
        }
        List<String> parts = new ArrayList<>();
        String type = "fixed-point";
        for (Element part : StrictXml.children(complex.get(0), "complex-alias-field")) {
            Map<String, String> of = StrictXml.attributes(part, "entity-alias!", "field!", "default-value", "function");
            String column = view.column(of.get("entity-alias"), of.get("field"));
            type = view.field(of.get("entity-alias"), of.get("field")).getType();
            String sql = ModelViewEntity.apply(of.get("function"), column);
            parts.add(of.containsKey("default-value") ? "COALESCE(" + sql + ", " + Integer.parseInt(of.get("default-value")) + ")" : sql);
        }
        String operator = StrictXml.attributes(complex.get(0), "operator!").get("operator");
        if (!List.of("+", "-", "*", "/").contains(operator)) {
            throw StrictXml.problem(complex.get(0), "has an operator that the testbed does not know");
        }
        view.addAlias(attributes.get("name"), "(" + String.join(" " + operator + " ", parts) + ")", type, attributes.get("function"), grouped);
    }

    private void checkRelations(ModelEntity entity) {
        for (ModelRelation relation : entity.getRelations()) {
            ModelEntity related = reader.getModelEntity(relation.getRelEntityName());
            for (ModelKeyMap key : relation.getKeyMaps()) {
                if (related == null || !entity.isField(key.getFieldName()) || !related.isField(key.getRelFieldName())) {
                    throw new IllegalStateException("Entity " + entity.getEntityName() + ": relation " + relation.getCombinedName()
                            + " names an entity or field that does not exist (" + key.getFieldName() + " to " + key.getRelFieldName() + ")");
                }
            }
        }
        for (ModelIndex index : entity.getIndexes()) {
            if (!entity.getAllFieldNames().containsAll(index.fieldNames())) {
                throw new IllegalStateException("Entity " + entity.getEntityName() + ": index " + index.name()
                        + " names a field that does not exist");
            }
        }
    }
}
