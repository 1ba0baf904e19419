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
package org.smsbilling.testbed.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.ofbiz.base.component.ComponentConfig;
import org.apache.ofbiz.base.util.UtilProperties;
import org.apache.ofbiz.entity.model.EntityModelReader;
import org.apache.ofbiz.service.ModelServiceReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the testbed does not know stops it and is named. */
final class StrictnessTest {

    @TempDir
    private Path directory;

    private String refusal(String entityModel) throws IOException {
        Path file = Files.writeString(directory.resolve("model.xml"), entityModel);
        return assertThrows(IllegalStateException.class, () -> EntityModelReader.read(List.of(file.toUri().toURL()))).getMessage();
    }

    private String serviceRefusal(String services) throws IOException {
        Path model = Files.writeString(directory.resolve("model.xml"), "<entitymodel/>");
        Path file = Files.writeString(directory.resolve("services.xml"), services);
        return assertThrows(IllegalStateException.class, () -> ModelServiceReader.read(List.of(file.toUri().toURL()),
                EntityModelReader.read(List.of(model.toUri().toURL())))).getMessage();
    }

    @Test
    void unknownElementsAttributesAndTypesOfEntities() throws IOException {
        assertTrue(refusal("<entitymodel><entiti/></entitymodel>").contains("contains <entiti>"));
        assertTrue(refusal("<entitymodel><entity entity-name='A' package-name='a' colour='red'/></entitymodel>").contains("the attribute colour"));
        assertTrue(refusal("<entitymodel><entity entity-name='A' package-name='a'><field name='f' type='id-ne'/><prim-key field='f'/></entity>"
                + "</entitymodel>").contains("Field type id-ne not found"));
        assertTrue(refusal("<entitymodel><entity entity-name='A' package-name='a'><field name='f' type='id'/></entity></entitymodel>")
                .contains("has the key []"));
        assertTrue(refusal("<entitymodel><entity entity-name='A' package-name='a'><field name='f' type='id'/><prim-key field='f'/>"
                + "<relation type='one' rel-entity-name='B'><key-map field-name='f'/></relation></entity></entitymodel>").contains("does not exist"));
    }

    @Test
    void unknownThingsOfServices() throws IOException {
        assertTrue(serviceRefusal("<services><service name='s' engine='soap'/></services>").contains("an engine that the testbed does not know"));
        assertTrue(serviceRefusal("<services><service name='s' engine='java'><attribute name='a' type='Text' mode='IN'/></service></services>")
                .contains("the type Text"));
        assertTrue(serviceRefusal("<services><service name='s' engine='java'><attribute name='a' type='String' mode='INTO'/></service></services>")
                .contains("INTO"));
        assertTrue(serviceRefusal("<services><service name='s' engine='java'><implements service='t'/></service></services>")
                .contains("the service t"));
        assertTrue(serviceRefusal("<services><service name='s' engine='java'><permission-service service-name='p' main-action='SEND'/></service>"
                + "</services>").contains("SEND"));
    }

    @Test
    void missingFilesOfComponents() throws IOException {
        Files.writeString(directory.resolve("ofbiz-component.xml"), "<ofbiz-component name='c'><entity-resource type='model' reader-name='main' "
                + "loader='main' location='entitydef/absent.xml'/></ofbiz-component>");
        String message = assertThrows(IllegalStateException.class, () -> new ComponentConfig(directory.toUri().toURL())).getMessage();
        assertTrue(message.contains("entitydef/absent.xml, which does not exist"), message);
    }

    @Test
    void labelsFallBackFromTheCountryToTheLanguageToEnglish() {
        Databases.H2.testbed();
        assertEquals("Hallo Ann", UtilProperties.getMessage("ContractLabels", "ContractGreeting", Map.of("name", "Ann"), new Locale("de", "AT")));
        assertEquals("Hello Ann", UtilProperties.getMessage("ContractLabels", "ContractGreeting", Map.of("name", "Ann"), Locale.JAPAN));
        assertEquals("English", UtilProperties.getMessage("ContractLabels", "ContractOnlyEnglish", Locale.GERMANY));
        assertEquals("ContractAbsent", UtilProperties.getMessage("ContractLabels", "ContractAbsent", Locale.GERMANY));
    }
}
