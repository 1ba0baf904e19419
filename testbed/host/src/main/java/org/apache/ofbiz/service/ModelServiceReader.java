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
package org.apache.ofbiz.service;

import java.net.URL;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.ofbiz.base.util.ObjectType;
import org.apache.ofbiz.entity.model.ModelEntity;
import org.apache.ofbiz.entity.model.ModelField;
import org.apache.ofbiz.entity.model.ModelFieldType;
import org.apache.ofbiz.entity.model.ModelReader;
import org.smsbilling.testbed.xml.StrictXml;
import org.w3c.dom.Element;

/** Reads service definitions; a later definition of a service replaces an earlier one, as in OFBiz. */
public final class ModelServiceReader {

    private static final List<String> ENGINES = List.of("java", "groovy", "entity-auto", "interface");
    private static final String[] PARAM = {"name!", "type", "mode", "optional", "default-value", "allow-html", "entity-name", "field-name",
        "form-label", "form-display"};

    private final ModelReader entities;
    private final Map<String, Element> elements = new LinkedHashMap<>();
    private final Map<String, ModelService> services = new HashMap<>();

    private ModelServiceReader(ModelReader entities) {
        this.entities = entities;
    }

    public static Map<String, ModelService> read(List<URL> files, ModelReader entities) {
        ModelServiceReader reader = new ModelServiceReader(entities);
        for (URL file : files) {
            for (Element each : StrictXml.children(StrictXml.root(file, "services"), "description", "vendor", "version", "service")) {
                if (StrictXml.name(each).equals("service")) {
                    reader.elements.put(StrictXml.attributes(each, "name!", "engine!", "location", "invoke", "auth", "export", "validate",
                            "use-transaction", "require-new-transaction", "transaction-timeout", "default-entity-name", "max-retry")
                            .get("name"), each);
                }
            }
        }
        reader.elements.keySet().forEach(name -> reader.service(name, null));
        return reader.services;
    }

    private ModelService service(String name, Element usedBy) {
        if (services.containsKey(name)) {
            return services.get(name);
        }
        Element element = elements.get(name);
        if (element == null) {
            throw StrictXml.problem(usedBy, "names the service " + name + ", which does not exist");
        }
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            attributes.put(element.getAttributes().item(i).getNodeName(), element.getAttributes().item(i).getNodeValue());
        }
        if (!ENGINES.contains(attributes.get("engine"))) {
            throw StrictXml.problem(element, "has an engine that the testbed does not know; it knows " + ENGINES);
        }
        List<Element> children = StrictXml.children(element, "description", "permission-service", "required-permissions", "implements",
                "auto-attributes", "attribute", "override");
        ModelService service = new ModelService(attributes, permissions(children));
        for (String kind : List.of("implements", "auto-attributes", "attribute", "override")) {
            children.stream().filter(each -> StrictXml.name(each).equals(kind)).forEach(each -> params(each, service));
        }
        services.put(name, service);
        return service;
    }

    private List<ServicePermission> permissions(List<Element> children) {
        List<ServicePermission> permissions = new ArrayList<>();
        for (Element child : children) {
            if (StrictXml.name(child).equals("permission-service")) {
                Map<String, String> of = StrictXml.attributes(child, "service-name!", "main-action", "resource-description");
                oneOf(child, of.getOrDefault("main-action", "VIEW"), "CREATE", "UPDATE", "DELETE", "VIEW");
                service(of.get("service-name"), child);
                permissions.add(new ServicePermission(of.get("service-name"), of.get("main-action"), true, List.of()));
            } else if (StrictXml.name(child).equals("required-permissions")) {
                String join = StrictXml.attributes(child, "join-type!").get("join-type");
                oneOf(child, join, "AND", "OR");
                List<String[]> checks = new ArrayList<>();
                for (Element check : StrictXml.children(child, "check-permission")) {
                    Map<String, String> of = StrictXml.attributes(check, "permission!", "action");
                    checks.add(new String[] {of.get("permission"), of.getOrDefault("action", "")});
                }
                permissions.add(new ServicePermission(null, null, "AND".equals(join), checks));
            }
        }
        return permissions;
    }

    private void params(Element element, ModelService service) {
        switch (StrictXml.name(element)) {
        case "implements":
            Map<String, String> implement = StrictXml.attributes(element, "service!", "optional");
            for (ModelParam param : service(implement.get("service"), element).getModelParamList()) {
                service.put("true".equals(implement.get("optional")) ? optional(param) : param);
            }
            break;
        case "auto-attributes":
            auto(element, service);
            break;
        case "override":
            Map<String, String> changes = StrictXml.attributes(element, PARAM);
            ModelParam old = service.getParam(changes.get("name"));
            if (old == null) {
                throw StrictXml.problem(element, "overrides a parameter that the service does not have");
            }
            service.put(param(element, changes, old));
            break;
        default:
            StrictXml.children(element, "description");
            Map<String, String> attributes = StrictXml.attributes(element, PARAM);
            if (!attributes.containsKey("type") || !attributes.containsKey("mode")) {
                throw StrictXml.problem(element, "needs type and mode");
            }
            service.put(param(element, attributes, new ModelParam(null, null, null, false, null, "none", null, null, false)));
        }
    }

    private static ModelParam optional(ModelParam param) {
        return new ModelParam(param.name(), param.type(), param.mode(), true, param.defaultValue(), param.allowHtml(), param.entityName(),
                param.fieldName(), param.internal());
    }

    private static ModelParam param(Element element, Map<String, String> of, ModelParam old) {
        String type = of.getOrDefault("type", old.type());
        try {
            ObjectType.loadClass(type);
        } catch (ClassNotFoundException e) {
            throw StrictXml.problem(element, "has the type " + type + ", which does not exist");
        }
        String mode = of.getOrDefault("mode", old.mode());
        oneOf(element, mode, "IN", "OUT", "INOUT");
        oneOf(element, of.getOrDefault("allow-html", "none"), "any", "safe", "none");
        oneOf(element, of.getOrDefault("optional", "false"), "true", "false");
        String defaultValue = of.getOrDefault("default-value", old.defaultValue());
        boolean optional = of.containsKey("optional") ? "true".equals(of.get("optional")) : old.optional();
        return new ModelParam(of.get("name"), type, mode, optional || of.containsKey("default-value"), defaultValue,
                of.getOrDefault("allow-html", old.allowHtml()), of.getOrDefault("entity-name", old.entityName()),
                of.getOrDefault("field-name", old.fieldName()), old.internal());
    }

    private void auto(Element element, ModelService service) {
        Map<String, String> of = StrictXml.attributes(element, "entity-name", "include", "mode", "optional", "allow-html");
        List<String> excluded = StrictXml.children(element, "exclude").stream()
                .map(each -> StrictXml.attributes(each, "field-name!").get("field-name")).toList();
        ModelEntity entity = entities.getModelEntity(of.getOrDefault("entity-name", service.getDefaultEntityName()));
        if (entity == null) {
            throw StrictXml.problem(element, "names no entity that exists");
        }
        String include = of.getOrDefault("include", "all");
        oneOf(element, include, "pk", "nonpk", "all");
        oneOf(element, of.getOrDefault("mode", "IN"), "IN", "OUT", "INOUT");
        for (ModelField field : entity.getFieldsUnmodifiable()) {
            boolean wanted = "all".equals(include) || "pk".equals(include) == field.getIsPk();
            if (wanted && !excluded.contains(field.getName()) && !field.getName().matches("(lastUpdated|created)(Tx)?Stamp")) {
                String type = ModelFieldType.of(field.getType()).getJavaType();
                service.put(new ModelParam(field.getName(), type, of.getOrDefault("mode", "IN"), "true".equals(of.get("optional")), null,
                        of.getOrDefault("allow-html", "none"), entity.getEntityName(), field.getName(), false));
            }
        }
    }

    private static void oneOf(Element element, String value, String... known) {
        if (!List.of(known).contains(value)) {
            throw StrictXml.problem(element, "has the value " + value + ", which is none of " + List.of(known));
        }
    }
}
