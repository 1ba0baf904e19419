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
package org.smsbilling.consent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smsbilling.organization.OrganizationSettings;

/** Files of consents. */
class ConsentImportTest {

    private static final Instant NOW = Instant.parse("2026-03-04T15:00:00Z");
    private static final OrganizationSettings SETTINGS = OrganizationSettings.of(Map.of("organizationPartyId", "Org"), "Org");

    @Test
    void linesBecomeEntries() {
        ConsentImport read = read("\ufeffNumber,Evidence,State,Date\n"
                + "(212) 555-0147,\"Signed lease, page 3\",,2026-01-15\n+44 7911 123456,E-mail,opted_out,\n");
        assertEquals(List.of(), read.problems());
        ConsentEntry first = read.entries().get(0);
        assertEquals("+12125550147", first.contactNumber());
        assertEquals("Signed lease, page 3", first.evidence());
        assertEquals(ConsentState.OPTED_IN, first.state());
        assertEquals(ConsentSource.IMPORT, first.source());
        assertEquals(Instant.parse("2026-01-15T05:00:00Z"), first.recordedDate());
        assertEquals(ConsentState.OPTED_OUT, read.entries().get(1).state());
        assertEquals(NOW, read.entries().get(1).recordedDate());
    }

    @Test
    void everyWrongLineIsNamed() {
        ConsentImport read = read("number,evidence,state,date\n12,x,,\n2125550147,,,\n"
                + "2125550148,x,MAYBE,\n2125550149,x,,2026-13-01\n2125550141,x,,2027-01-01\n"
                + "2125550142,x,,\n212 555 0142,x,,\n2125550143,x\n");
        assertEquals(7, read.problems().size(), read.problems().toString());
        assertEquals(1, read.entries().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "number\n2125550147", "phone,evidence\n2125550147,x", "number,evidence", "number,evidence\n\"2125550147,x"})
    void whatIsNoSuchFileIsRefused(String csv) {
        assertTrue(!read(csv).problems().isEmpty());
        assertEquals(List.of(), read(csv).entries());
    }

    private static ConsentImport read(String csv) {
        return ConsentImport.read(csv, SETTINGS, "clerk", NOW, Locale.ENGLISH);
    }
}
