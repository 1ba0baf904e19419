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
package org.smsbilling.payment;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.apache.ofbiz.base.util.UtilMisc;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.condition.EntityCondition;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.smsbilling.OutsideProperties;
import org.smsbilling.SmsBilling;
import org.smsbilling.organization.OrganizationSettingsReader;
import org.smsbilling.outside.OutsideWorld;
import org.smsbilling.paylink.PayLinks;
import org.smsbilling.paylink.PreparedLink;
import org.smsbilling.scenario.Stage;
import org.smsbilling.testbed.Testbed;
import org.smsbilling.testbed.TestbedConfig;
import org.smsbilling.testbed.db.TestPostgres;

/** An organization with invoices and pay links in a testbed, whose component leaves payments to the test. */
public final class PayingStage {

    private OutsideWorld outside;
    private Testbed testbed;
    private Stage stage;
    private String organization;
    private String customer;
    private long links;

    /** On H2. */
    void open() throws Exception {
        open(config -> config);
    }

    /** On PostgreSQL. */
    void open(TestPostgres postgres) throws Exception {
        open(config -> config.withDatabase(postgres.newDatabase(), postgres.user(), ""));
    }

    private void open(UnaryOperator<TestbedConfig> database) throws Exception {
        outside = OutsideWorld.start(0);
        OutsideProperties.pointAt(outside.baseUri());
        testbed = Testbed.start(database.apply(
                TestbedConfig.inMemory("paying" + UUID.randomUUID(), outside.clock(), Path.of("../..").toAbsolutePath().normalize())));
        SmsBilling.of(testbed.delegator()).payments().close();
        for (String job : List.of("resolveOpenSmsPayments", "followSmsSettlements")) {
            testbed.delegator().removeByAnd("JobSandbox", "serviceName", job);
        }
        stage = new Stage(testbed.dispatcher(), outside.baseUri());
        GenericValue administrator = stage.data().user("SMSBILLING_ADMIN");
        organization = stage.data().connectedOrganization("Harbor", administrator);
        customer = stage.data().customer("Rosa Delgado", "(212) 555-0147");
    }

    void close() {
        if (testbed != null) {
            testbed.close();
        }
        outside.close();
        OutsideProperties.forget();
    }

    public Delegator delegator() {
        return testbed.delegator();
    }

    /** The outside world's clock itself, so that what {@link #advance} does is seen at once. */
    public Clock clock() {
        return outside.clock();
    }

    public Instant now() {
        return outside.clock().instant();
    }

    public void advance(long seconds) throws Exception {
        stage.outside().advanceClock(Duration.ofSeconds(seconds).toString());
    }

    /** Sets fields of the organization's settings as they are stored. */
    public void set(Object... nameValues) throws GenericEntityException {
        delegator().storeByCondition("SmsOrganization", UtilMisc.toMap(nameValues),
                EntityCondition.makeCondition("organizationPartyId", organization));
    }

    public String organization() {
        return organization;
    }

    public Stage stage() {
        return stage;
    }

    public String invoice(String amount) throws Exception {
        return stage.data().invoice(organization, customer, amount);
    }

    /** @param currency ISO 4217 */
    public String invoice(String amount, String currency) throws Exception {
        return stage.data().invoice("SALES_INVOICE", organization, customer, amount, currency, "INVOICE_READY");
    }

    /** @return the token of an active link */
    public String link(List<String> invoiceIds) throws GenericEntityException {
        PreparedLink link = PayLinks.prepare(delegator(), OrganizationSettingsReader.read(delegator(), organization).orElseThrow(), "TEST" + links++,
                customer, "+12125550147", invoiceIds, now());
        return link.url().substring(link.url().lastIndexOf('/') + 1);
    }

    void payByHand(String invoiceId, String amount) throws Exception {
        stage.call(stage.data().system(), "createPaymentAndApplication", "paymentTypeId", "CUSTOMER_PAYMENT", "paymentMethodTypeId", "CASH",
                "partyIdFrom", customer, "partyIdTo", organization, "statusId", "PMNT_RECEIVED", "amount", new BigDecimal(amount),
                "currencyUomId", "USD", "invoiceId", invoiceId);
    }

    /** A payment of the customer that is applied to nothing. */
    String freePayment(String amount) throws Exception {
        return (String) stage.call(stage.data().system(), "createPayment", "paymentTypeId", "CUSTOMER_PAYMENT", "paymentMethodTypeId", "CASH",
                "partyIdFrom", customer, "partyIdTo", organization, "statusId", "PMNT_RECEIVED", "amount", new BigDecimal(amount),
                "currencyUomId", "USD").get("paymentId");
    }

    public Object field(String entity, String field, Object... keys) throws GenericEntityException {
        return EntityQuery.use(delegator()).from(entity).where(keys).queryFirst().get(field);
    }

    public long count(String entity, Object... keys) throws GenericEntityException {
        return EntityQuery.use(delegator()).from(entity).where(keys).queryCount();
    }
}
