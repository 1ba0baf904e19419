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

import java.util.Set;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;

/** Once a text is sent, its pay token is in no row of the component and of what it writes into OFBiz. */
final class TokenIsNowhere implements Scenario {

    @Override
    public void play(Stage stage) throws Exception {
        stage.clockToHour(10);
        GenericValue administrator = stage.data().user("SMSBILLING_ADMIN");
        String organization = stage.data().connectedOrganization("Nowhere Ltd", administrator);
        String number = stage.data().mobile();
        String invoiceId = stage.data().invoice(organization, stage.data().customer("Hidden", number), "91.00");
        String token = OutsideWorldClient.tokenIn(Sending.sendAndRead(stage, administrator, invoiceId, number));
        Paying.open(stage, token);
        stage.delegator().createSetNextSeqId(stage.delegator().makeValue("Visit", "webappName", "pay", "sessionId", "none",
                "initialRequest", StageData.PUBLIC_BASE + "/pay/control/p/" + token));
        Expect.soon("sent", () -> stage.now("SmsMessage", "messageStatus", "invoiceId", invoiceId), s -> !"SENDING".equals(s) && !"QUEUED".equals(s));

        int entities = 0;
        for (String entity : stage.delegator().getModelReader().getEntityNames()) {
            if (entity.startsWith("Sms") || Set.of("CommunicationEvent", "Visit").contains(entity)) {
                entities++;
                for (GenericValue row : EntityQuery.use(stage.delegator()).from(entity).queryList()) {
                    Expect.isTrue(!row.toString().contains(token), "no token in " + entity);
                }
            }
        }
        Expect.isTrue(entities > 10, "all entities were looked at, not " + entities);
    }
}
