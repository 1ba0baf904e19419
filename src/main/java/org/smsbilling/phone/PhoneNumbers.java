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
package org.smsbilling.phone;

import java.text.Collator;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import org.smsbilling.phone.PhoneCheck.Reason;

/** Phone numbers as people write them, and as carriers want them (E.164). Thread-safe. */
public final class PhoneNumbers {
    private static final int LONGEST_INPUT = 60;
    private static final int SHOWN_DIGITS = 4;
    private static final Pattern SIGNS = Pattern.compile("[\\p{Nd}+()\\[\\]./\\-\\u2010-\\u2015\\u2212\\s\\u00a0]+");
    private static final Pattern INTERNATIONAL = Pattern.compile("[+\\uff0b].*|00[1-9].*", Pattern.DOTALL);
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
    private static final Set<Integer> CALLING_CODES = Set.copyOf(LIBRARY.getSupportedCallingCodes());

    private PhoneNumbers() { }

    /**
     * Reads what somebody typed.
     * @param typed anything, or null
     * @param countryCode ISO 3166 alpha-2 of the country to read it in when it has no country code of its own
     */
    public static PhoneCheck check(String typed, String countryCode) {
        String text = typed == null ? "" : typed.strip();
        if (text.isEmpty()) {
            return PhoneCheck.refused(Reason.EMPTY);
        }
        if (text.length() > LONGEST_INPUT) {
            return PhoneCheck.refused(Reason.MALFORMED);
        }
        try {
            PhoneNumber number = LIBRARY.parse(text, countryCode);
            return number.hasExtension() ? PhoneCheck.refused(Reason.HAS_EXTENSION)
                    : SIGNS.matcher(text).matches() ? check(number) : PhoneCheck.refused(Reason.MALFORMED);
        } catch (NumberParseException e) {
            return PhoneCheck.refused(switch (e.getErrorType()) {
            case INVALID_COUNTRY_CODE -> Reason.UNKNOWN_COUNTRY;
            case TOO_SHORT_AFTER_IDD, TOO_SHORT_NSN -> Reason.TOO_SHORT;
            case TOO_LONG -> Reason.TOO_LONG;
            case NOT_A_NUMBER -> Reason.MALFORMED;
            });
        }
    }

    /**
     * Reads the parts of an OFBiz TelecomNumber, each of them free text or null.
     * @param countryCode calling code, e.g. 1, +44, 0049
     * @param defaultCountry ISO 3166 alpha-2, for numbers without a calling code
     */
    public static PhoneCheck check(String countryCode, String areaCode, String contactNumber, String defaultCountry) {
        String area = areaCode == null ? "" : areaCode.strip();
        String local = contactNumber == null ? "" : contactNumber.strip();
        if (local.isEmpty() || INTERNATIONAL.matcher(local).matches()) {
            return check(local, defaultCountry);
        }
        String national = area.isEmpty() ? local : area + " " + local;
        String calling = countryCode == null ? "" : countryCode.replaceAll("[^0-9]", "").replaceFirst("^0+", "");
        if (calling.isEmpty() || INTERNATIONAL.matcher(national).matches()) {
            return check(national, defaultCountry);
        }
        if (calling.length() > 3) {
            return PhoneCheck.refused(Reason.UNKNOWN_COUNTRY);
        }
        String region = LIBRARY.getRegionCodeForCountryCode(Integer.parseInt(calling));
        return "ZZ".equals(region) ? PhoneCheck.refused(Reason.UNKNOWN_COUNTRY) : check(national, region);
    }

    /** @return as people of other countries write it, e.g. +1 212-555-0147; a text that is no number comes back as it is */
    public static String display(String e164) {
        return parsed(e164).map(number -> LIBRARY.format(number, PhoneNumberFormat.INTERNATIONAL)).orElse(e164);
    }

    /** @return with all but the calling code and the last four digits hidden, e.g. +1 ••• ••• 0147, for people who need not know it */
    public static String masked(String e164) {
        String shown = e164.length() > 2 * SHOWN_DIGITS ? e164.substring(e164.length() - SHOWN_DIGITS) : "";
        return callingCode(e164).map(code -> code + " ").orElse("") + "••• ••• " + shown;
    }

    /** @return with the plus sign; no calling code is the beginning of another one */
    private static Optional<String> callingCode(String e164) {
        return !E164.matcher(e164).matches() ? Optional.empty() : IntStream.rangeClosed(2, 4).mapToObj(end -> e164.substring(0, end))
                .filter(code -> CALLING_CODES.contains(Integer.valueOf(code.substring(1)))).findFirst();
    }

    /** @return ISO 3166 alpha-2 of the country of a number, or the empty string */
    public static String countryOf(String e164) {
        return parsed(e164).map(LIBRARY::getRegionCodeForNumber).filter(region -> region.length() == 2).orElse("");
    }

    /** @return the time zones in which the owner of a number may be; empty when nothing is known */
    public static Set<ZoneId> zones(String e164) {
        return parsed(e164).stream().flatMap(number -> ZoneMapper.INSTANCE.getTimeZonesForNumber(number).stream())
                .filter(id -> !PhoneNumberToTimeZonesMapper.getUnknownTimeZone().equals(id))
                .flatMap(id -> zone(id).stream()).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * @param countryCode ISO 3166 alpha-2
     * @return the time zones in which a mobile phone of a country may be; empty when nothing is known
     */
    public static Set<ZoneId> countryZones(String countryCode) {
        PhoneNumber example = LIBRARY.getExampleNumberForType(countryCode, PhoneNumberUtil.PhoneNumberType.MOBILE);
        return example == null ? Set.of() : zones(LIBRARY.format(example, PhoneNumberFormat.E164));
    }

    /** @return all countries that have a calling code, by name in the language of the locale */
    public static List<CallingCountry> countries(Locale locale) {
        Collator collator = Collator.getInstance(locale);
        return new TreeSet<>(LIBRARY.getSupportedRegions()).stream()
                .map(region -> new CallingCountry(region, "+" + LIBRARY.getCountryCodeForRegion(region), name(region, locale)))
                .sorted(Comparator.comparing(CallingCountry::name, collator)).toList();
    }

    /** @return whether a country is known by this ISO 3166 alpha-2 code */
    public static boolean isCountry(String countryCode) {
        return LIBRARY.getSupportedRegions().contains(countryCode);
    }

    private static PhoneCheck check(PhoneNumber number) {
        Reason reason = switch (LIBRARY.isPossibleNumberWithReason(number)) {
        case TOO_SHORT, INVALID_LENGTH, IS_POSSIBLE_LOCAL_ONLY -> Reason.TOO_SHORT;
        case TOO_LONG -> Reason.TOO_LONG;
        case INVALID_COUNTRY_CODE -> Reason.UNKNOWN_COUNTRY;
        case IS_POSSIBLE -> reason(LIBRARY.getNumberType(number));
        };
        return reason == null ? PhoneCheck.usable(LIBRARY.format(number, PhoneNumberFormat.E164)) : PhoneCheck.refused(reason);
    }

    private static Reason reason(PhoneNumberUtil.PhoneNumberType type) {
        return switch (type) {
        case MOBILE, FIXED_LINE_OR_MOBILE -> null;
        case FIXED_LINE -> Reason.LANDLINE;
        case TOLL_FREE -> Reason.TOLL_FREE;
        case PREMIUM_RATE -> Reason.PREMIUM_RATE;
        case SHARED_COST -> Reason.SHARED_COST;
        case VOIP -> Reason.VOIP;
        case PAGER -> Reason.PAGER;
        case PERSONAL_NUMBER, UAN, VOICEMAIL -> Reason.SERVICE_NUMBER;
        case UNKNOWN -> Reason.NOT_IN_USE;
        };
    }

    private static Optional<PhoneNumber> parsed(String e164) {
        try {
            return Optional.of(LIBRARY.parse(e164, null));
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<ZoneId> zone(String id) {
        try {
            return Optional.of(ZoneId.of(id));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String name(String region, Locale locale) {
        return new Locale.Builder().setRegion(region).build().getDisplayCountry(locale);
    }

    /** Loaded with the first question for a time zone: its tables take a moment to read. */
    private static final class ZoneMapper {
        private static final PhoneNumberToTimeZonesMapper INSTANCE = PhoneNumberToTimeZonesMapper.getInstance();
    }
}
