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
package org.smsbilling.scenario;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import org.apache.ofbiz.base.util.UtilMisc;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.apache.ofbiz.service.GenericServiceException;
import org.apache.ofbiz.service.LocalDispatcher;
import org.apache.ofbiz.service.ServiceAuthException;
import org.apache.ofbiz.service.ServiceUtil;
import org.apache.ofbiz.service.ServiceValidationException;
import org.smsbilling.SmsBilling;

/** What a scenario plays on: a host, the component in it and the outside world beside it. */
public final class Stage {
    /** OFBiz compiles scripts on a service's first use, which on a busy machine takes more than its usual minute. */
    private static final int FIRST_USE_SECONDS = 600;
    private final LocalDispatcher dispatcher;
    private final OutsideWorldClient outside;
    private final StageData data;

    /** @param outside address of the outside world's emulators, never that of a real carrier */
    public Stage(LocalDispatcher dispatcher, URI outside) {
        if (!"127.0.0.1".equals(outside.getHost()) && !"localhost".equals(outside.getHost())) {
            throw new IllegalArgumentException("scenarios play against emulators on this machine only, not against " + outside.getHost());
        }
        this.dispatcher = dispatcher;
        this.outside = new OutsideWorldClient(outside);
        this.data = new StageData(this);
    }

    public Delegator delegator() {
        return dispatcher.getDelegator();
    }

    public LocalDispatcher dispatcher() {
        return dispatcher;
    }

    public OutsideWorldClient outside() {
        return outside;
    }

    public SmsBilling component() {
        return SmsBilling.of(delegator());
    }

    public StageData data() {
        return data;
    }

    /** Moves the outside world's clock and waits until the component has noticed. */
    public void advanceClock(Duration duration) throws Exception {
        Instant target = component().clock().instant().plus(duration);
        outside.advanceClock(duration.toString());
        Expect.soon("clock after " + duration, () -> component().clock().instant(), now -> !now.isBefore(target));
    }

    /** Moves the clock forward to the given hour in New York, so that texts may (or may not) leave. */
    public void clockToHour(int hour) throws Exception {
        ZonedDateTime now = component().clock().instant().atZone(ZoneId.of("America/New_York"));
        ZonedDateTime then = now.toLocalDate().atTime(hour, 0).atZone(now.getZone());
        if (now.getHour() != hour) {
            advanceClock(Duration.between(now, then.isAfter(now) ? then : now.toLocalDate().plusDays(1).atTime(hour, 0).atZone(now.getZone())));
        }
    }

    /** Calls a service without a user, as the public pages do. */
    public Map<String, Object> callPublic(String service, Object... nameValues) throws GenericServiceException {
        return succeeded(service, dispatcher.runSync(service, UtilMisc.toMap(nameValues)));
    }

    /** Calls a service as a user; an error of the service is a failure of the scenario. */
    public Map<String, Object> call(GenericValue userLogin, String service, Object... nameValues) throws GenericServiceException {
        return succeeded(service, run(userLogin, service, nameValues));
    }

    /** Calls a service that has to refuse, by an error or before it begins. @return why, in words */
    public String refused(GenericValue userLogin, String service, Object... nameValues) throws GenericServiceException {
        Map<String, Object> result;
        try {
            result = run(userLogin, service, nameValues);
        } catch (ServiceAuthException | ServiceValidationException e) {
            return e.getMessage();
        }
        Expect.isTrue(!ServiceUtil.isSuccess(result), service + " refuses, but it answered " + result);
        return ServiceUtil.getErrorMessage(result);
    }

    public GenericValue find(String entity, Object... keys) throws GenericEntityException {
        return EntityQuery.use(delegator()).from(entity).where(keys).queryFirst();
    }

    /** @return the field's value as the database has it now */
    public Object now(String entity, String field, Object... keys) throws GenericEntityException {
        GenericValue value = find(entity, keys);
        return value == null ? null : value.get(field);
    }

    private Map<String, Object> run(GenericValue userLogin, String service, Object... nameValues) throws GenericServiceException {
        Map<String, Object> context = UtilMisc.toMap(nameValues);
        context.put("userLogin", userLogin);
        return dispatcher.runSync(service, context, FIRST_USE_SECONDS, false);
    }

    private static Map<String, Object> succeeded(String service, Map<String, Object> result) {
        if (!ServiceUtil.isSuccess(result)) {
            throw new ScenarioFailure(service + ": " + ServiceUtil.getErrorMessage(result));
        }
        return result;
    }
}
