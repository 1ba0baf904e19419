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
package org.smsbilling.recipient;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.smsbilling.consent.ConsentState;
import org.smsbilling.message.MessageTopic;
import org.smsbilling.organization.OrganizationSettings;
import org.smsbilling.preference.PilotMembers;
import org.smsbilling.preference.Preferences;
import org.smsbilling.preference.RecipientRole;

/**
 * Chooses who of a customer gets a text by itself, at which number and in which language: the billing contact, and the contact persons who stand
 * beside it or in its place. Whoever opted out of the number that would be used gets nothing at another number either.
 */
final class RecipientChoice {

    private final OrganizationSettings settings;
    private final MessageTopic topic;
    private final Preferences preferences;
    private final NumberRules rules;

    /** Who of them gets it and at which number, before anybody looks where that is. */
    record Chosen(String partyId, String contactNumber, Locale locale) { }

    /** @param without why not, by party */
    record Result(List<Chosen> texts, Map<String, NoText> without) { }

    RecipientChoice(OrganizationSettings settings, MessageTopic topic, Preferences preferences, PilotMembers pilot) {
        this.settings = settings;
        this.topic = topic;
        this.preferences = preferences;
        this.rules = new NumberRules(settings, preferences, pilot);
    }

    /** @param candidates of the customer and its contact persons, each number once, the best first */
    Result choose(String customerPartyId, List<Candidate> candidates) {
        String customer = String.valueOf(customerPartyId);
        if (topic != MessageTopic.SERVICE && preferences.of(customer, customer).off()) {
            return new Result(List.of(), Map.of(customer, NoText.SWITCHED_OFF));
        }
        List<Chosen> texts = new ArrayList<>();
        Map<String, NoText> without = new LinkedHashMap<>();
        Set<String> used = new HashSet<>();
        for (String party : recipients(customer, candidates)) {
            List<Candidate> own = party.equals(customer) ? billing(customer, candidates) : of(party, candidates);
            Candidate best = best(own, preferences.of(customer, party).contactNumber());
            NoText why = whyNot(customer, party, own, best);
            if (why != null) {
                without.put(party, why);
            } else if (used.add(best.check().e164())) {
                texts.add(chosen(customer, party, best));
            }
        }
        return new Result(texts, without);
    }

    /** @return parties, the customer for its billing contact */
    private Set<String> recipients(String customer, List<Candidate> candidates) {
        Set<String> persons = candidates.stream().filter(candidate -> candidate.number().purpose() == RecipientPurpose.CONTACT_PERSON)
                .map(Candidate::partyId).collect(Collectors.toCollection(LinkedHashSet::new));
        Predicate<String> inPlace = person -> preferences.of(customer, person).role() == RecipientRole.IN_PLACE;
        Predicate<String> beside = person -> preferences.of(customer, person).role() == RecipientRole.BESIDE;
        Stream<String> first = persons.stream().anyMatch(inPlace) ? Stream.of() : Stream.of(customer);
        return Stream.concat(first, persons.stream().filter(inPlace.or(beside))).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** @return the customer's own numbers; when none of them can get texts, those of the contact persons */
    private static List<Candidate> billing(String customer, List<Candidate> candidates) {
        List<Candidate> own = of(customer, candidates);
        return own.stream().anyMatch(candidate -> candidate.check().ok()) ? own : candidates;
    }

    private static List<Candidate> of(String party, List<Candidate> candidates) {
        return candidates.stream().filter(candidate -> party.equals(candidate.partyId())).collect(Collectors.toList());
    }

    /** @return the one that counts, whatever is against it; null when there is none */
    private Candidate best(List<Candidate> own, String preferred) {
        List<Candidate> usable = own.stream().filter(candidate -> candidate.check().ok()).collect(Collectors.toList());
        List<Candidate> ordered = new ArrayList<>();
        usable.stream().filter(candidate -> candidate.number().purpose() == RecipientPurpose.INVOICE).forEach(ordered::add);
        usable.stream().filter(candidate -> candidate.check().e164().equals(preferred)).forEach(ordered::add);
        ordered.addAll(usable);
        return ordered.stream().filter(candidate -> candidate.consent() == ConsentState.OPTED_OUT || rules.consented(candidate.consent()))
                .findFirst().orElse(ordered.isEmpty() ? null : ordered.get(0));
    }

    /** @return null when nothing is against it */
    private NoText whyNot(String customer, String party, List<Candidate> own, Candidate best) {
        if (best == null) {
            return NoText.NO_NUMBER;
        }
        boolean silent = own.stream().anyMatch(candidate -> candidate.check().ok() && candidate.consent() == null);
        if (best.consent() == ConsentState.UNUSABLE && silent) {
            return NoText.NO_CONSENT;
        } else if (topic == MessageTopic.SERVICE) {
            return best.consent() == null || best.consent().mayBeTexted() ? null : rules.forbids(best.check().e164(), best.consent(), party,
                    customer);
        }
        NoText why = rules.forbids(best.check().e164(), best.consent(), best.partyId(), customer, topic);
        NoText asParty = party.equals(best.partyId()) ? why : rules.forbids(best.check().e164(), best.consent(), party, customer, topic);
        return why == null || asParty == null && why == NoText.PILOT ? asParty : why;
    }

    private Chosen chosen(String customer, String party, Candidate best) {
        return new Chosen(best.partyId(), best.check().e164(), preferences.locale(customer, best.check().e164(), List.of(best.partyId(), party),
                settings.locale()));
    }
}
