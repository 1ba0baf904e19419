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
import java.util.Map;
import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.service.DispatchContext;
import org.apache.ofbiz.service.ServiceUtil;

/**
 * Plays a scenario as a service, for {@code service-test} in testdef. Refuses unless the carrier's address is that of the emulators
 * (system property smsbilling.twilio.base), so that nothing of it ever reaches a real carrier or a production database by accident.
 */
public final class ScenarioServices {
    private static final String MODULE = ScenarioServices.class.getName();

    private ScenarioServices() { }

    /** Plays the scenario that bears the name of the called service. */
    public static Map<String, Object> play(DispatchContext dctx, Map<String, ? extends Object> context) {
        String name = (String) context.get("scenario");
        String outside = System.getProperty("smsbilling.twilio.base");
        if (outside == null) {
            return ServiceUtil.returnError("Start the outside world and name it by -Dsmsbilling.twilio.base, -Dsmsbilling.cardpointe.base and "
                    + "-Dsmsbilling.clock; scenarios play against emulators only");
        }
        try {
            ScenarioCatalog.all().get(name).play(new Stage(dctx.getDispatcher(), URI.create(outside)));
            Debug.logInfo("scenario " + name + " holds", MODULE);
            return ServiceUtil.returnSuccess();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ServiceUtil.returnError(name + " was interrupted");
        } catch (Exception e) {
            Debug.logError(e, "scenario " + name + " does not hold", MODULE);
            return ServiceUtil.returnError(name + ": " + e.getMessage());
        }
    }
}
