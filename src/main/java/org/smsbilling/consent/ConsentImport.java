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

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.ofbiz.base.util.UtilProperties;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.phone.PhoneCheck;
import org.smsbilling.phone.PhoneNumbers;

/**
 * Consents from a file: RFC 4180 with the columns number, evidence and, if wanted, state (OPTED_IN unless said) and date (yyyy-MM-dd, today unless
 * said). Every line is read before anything is recorded; one wrong line keeps all from being recorded.
 */
final class ConsentImport {

    static final int MOST_LINES = 10_000;

    private static final int LONGEST_EVIDENCE = 255;
    private static final int MOST_PROBLEMS = 50;
    private static final Set<String> COLUMNS = Set.of("number", "evidence", "state", "date");

    private final OrganizationSettings settings;
    private final String userLoginId;
    private final Instant now;
    private final Locale locale;
    private final List<ConsentEntry> entries = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final Map<String, Long> seen = new HashMap<>();

    private ConsentImport(OrganizationSettings settings, String userLoginId, Instant now, Locale locale) {
        this.settings = settings;
        this.userLoginId = userLoginId;
        this.now = now;
        this.locale = locale;
    }

    /** @param csv the whole file; may be null */
    static ConsentImport read(String csv, OrganizationSettings settings, String userLoginId, Instant now, Locale locale) {
        ConsentImport read = new ConsentImport(settings, userLoginId, now, locale);
        String text = csv == null ? "" : csv.replaceFirst("^\ufeff", "").strip();
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setIgnoreEmptyLines(true).setIgnoreHeaderCase(true)
                .setTrim(true).setIgnoreSurroundingSpaces(true).build();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            Set<String> columns = Set.copyOf(parser.getHeaderNames().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList());
            if (!COLUMNS.containsAll(columns) || !columns.containsAll(Set.of("number", "evidence"))) {
                read.problems.add(read.words("SmsBillingImportColumns", Map.of()));
                return read;
            }
            for (CSVRecord line : parser) {
                if (read.entries.size() == MOST_LINES) {
                    read.problems.add(read.words("SmsBillingImportTooMany", Map.of("most", String.valueOf(MOST_LINES))));
                    return read;
                }
                read.line(line);
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException | IllegalStateException e) {
            read.problems.add(read.words("SmsBillingImportUnreadable", Map.of("problem", String.valueOf(e.getMessage()))));
        }
        if (read.entries.isEmpty() && read.problems.isEmpty()) {
            read.problems.add(read.words("SmsBillingImportEmpty", Map.of()));
        }
        return read;
    }

    List<ConsentEntry> entries() {
        return entries;
    }

    /** @return what is wrong, with the numbers of lines as an editor shows them; at most 50 */
    List<String> problems() {
        return problems.size() <= MOST_PROBLEMS ? problems : problems.subList(0, MOST_PROBLEMS);
    }

    private void line(CSVRecord line) {
        long number = line.getRecordNumber() + 1;
        PhoneCheck phone = PhoneNumbers.check(cell(line, "number"), settings.defaultCountry());
        String evidence = cell(line, "evidence");
        String state = cell(line, "state").isEmpty() ? ConsentState.OPTED_IN.name() : cell(line, "state").toUpperCase(Locale.ROOT);
        Instant date = date(cell(line, "date"));
        Long before = phone.ok() ? seen.putIfAbsent(phone.e164(), number) : null;
        if (!line.isConsistent()) {
            problem(number, words("SmsBillingImportCells", Map.of()));
        } else if (!phone.ok()) {
            problem(number, UtilProperties.getMessage("SmsBillingOrganizationLabels", phone.reason().labelKey(), locale));
        } else if (before != null) {
            problem(number, words("SmsBillingImportTwice", Map.of("line", before.toString())));
        } else if (!Set.of(ConsentState.OPTED_IN.name(), ConsentState.OPTED_OUT.name()).contains(state)) {
            problem(number, words("SmsBillingImportState", Map.of()));
        } else if (evidence.isEmpty() || evidence.length() > LONGEST_EVIDENCE) {
            problem(number, words("SmsBillingImportEvidence", Map.of()));
        } else if (date == null || date.isAfter(now)) {
            problem(number, words("SmsBillingImportDate", Map.of()));
        } else {
            entries.add(new ConsentEntry(settings.organizationPartyId(), phone.e164(), ConsentState.valueOf(state), ConsentSource.IMPORT, evidence,
                    date, userLoginId));
        }
    }

    private void problem(long line, String words) {
        problems.add(words("SmsBillingImportLine", Map.of("line", String.valueOf(line), "problem", words)));
    }

    private Instant date(String text) {
        try {
            return text.isEmpty() ? now : LocalDate.parse(text).atStartOfDay(settings.zoneId()).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static String cell(CSVRecord line, String column) {
        return line.isMapped(column) && line.isSet(column) ? line.get(column).strip() : "";
    }

    private String words(String key, Map<String, String> values) {
        return UtilProperties.getMessage("SmsBillingContactLabels", key, values, locale);
    }
}
