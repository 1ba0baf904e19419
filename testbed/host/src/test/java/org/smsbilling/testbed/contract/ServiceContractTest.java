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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import org.apache.ofbiz.base.util.UtilMisc;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.transaction.GenericTransactionException;
import org.apache.ofbiz.entity.transaction.TransactionUtil;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.apache.ofbiz.service.GenericServiceException;
import org.apache.ofbiz.service.LocalDispatcher;
import org.apache.ofbiz.service.ServiceAuthException;
import org.apache.ofbiz.service.ServiceUtil;
import org.apache.ofbiz.service.ServiceValidationException;

/** Services: validation, permissions, transactions, ECAs. */
final class ServiceContractTest {

    private static GenericValue user(LocalDispatcher dispatcher, String id) throws GenericEntityException {
        return EntityQuery.use(dispatcher.getDelegator()).from("UserLogin").where("userLoginId", id).queryOne();
    }

    private static GenericValue thing(LocalDispatcher dispatcher, String id) throws GenericEntityException {
        return EntityQuery.use(dispatcher.getDelegator()).from("ContractThing").where("thingId", id).queryOne();
    }

    private static List<String> log(Delegator delegator, String thingId) throws GenericEntityException {
        return EntityQuery.use(delegator).from("ContractLog").where("thingId", thingId).orderBy("logId").getFieldList("what");
    }

    @OnBothDatabases
    void inputIsConvertedDefaultedAndStrippedOfWhatTheServiceDoesNotKnow(LocalDispatcher dispatcher) throws GenericServiceException {
        Map<String, Object> result = dispatcher.runSync("contractEcho", UtilMisc.toMap("text", "hello", "amount", "2.50", "unknown", "x"));
        assertEquals("hello", result.get("answer"));
        assertEquals(new BigDecimal("3.50"), result.get("sum"));
        assertEquals(Timestamp.from(BothDatabases.START), result.get("at"));
        assertFalse(result.containsKey("notInTheModel"));
        assertTrue(ServiceUtil.isSuccess(result));
    }

    @OnBothDatabases
    void missingInputIsNamed(LocalDispatcher dispatcher) {
        ServiceValidationException thrown = assertThrows(ServiceValidationException.class, () -> dispatcher.runSync("contractEcho", Map.of()));
        assertEquals(List.of("text"), thrown.getMissingFields());
        assertEquals(List.of("The following required parameter is missing: text"), thrown.getMessageList());
    }

    @OnBothDatabases
    void inputOfTheWrongTypeIsRefused(LocalDispatcher dispatcher) {
        Map<String, Object> input = UtilMisc.toMap("text", "x", "amount", "many");
        ServiceValidationException thrown = assertThrows(ServiceValidationException.class, () -> dispatcher.runSync("contractEcho", input));
        assertTrue(thrown.getMessage().contains("Type check failed for field [contractEcho.amount]"), thrown.getMessage());
    }

    @OnBothDatabases
    void htmlIsRefusedUnlessAllowed(LocalDispatcher dispatcher) throws GenericServiceException {
        Map<String, Object> input = UtilMisc.toMap("text", "<script>");
        ServiceValidationException thrown = assertThrows(ServiceValidationException.class, () -> dispatcher.runSync("contractEcho", input));
        assertEquals(List.of("In field [text] less-than (<) and greater-than (>) symbols are not allowed."), thrown.getMessageList());
        assertTrue(ServiceUtil.isSuccess(dispatcher.runSync("contractEcho", UtilMisc.toMap("text", "x", "rich", "<b>bold</b>"))));
    }

    @OnBothDatabases
    void aServiceWithoutItsPromisedResultFails(LocalDispatcher dispatcher) {
        assertThrows(GenericServiceException.class, () -> dispatcher.runSync("contractForgetsAnswer", Map.of()));
    }

    @OnBothDatabases
    void anUnknownServiceIsAnException(LocalDispatcher dispatcher) {
        assertThrows(GenericServiceException.class, () -> dispatcher.runSync("noSuchService", Map.of()));
    }

    @OnBothDatabases
    void authNeedsAUserWhosePasswordIsStillTheSame(LocalDispatcher dispatcher) throws Exception {
        assertThrows(ServiceAuthException.class, () -> dispatcher.runSync("contractForUsers", Map.of()));
        GenericValue admin = user(dispatcher, "admin");
        assertTrue(ServiceUtil.isSuccess(dispatcher.runSync("contractForUsers", UtilMisc.toMap("userLogin", admin))));
        admin.set("currentPassword", "another");
        assertThrows(ServiceAuthException.class, () -> dispatcher.runSync("contractForUsers", UtilMisc.toMap("userLogin", admin)));
    }

    @OnBothDatabases
    void permissionsComeFromGroupsInForceAndAdminCoversTheRest(LocalDispatcher dispatcher) throws Exception {
        Map<String, Object> admin = UtilMisc.toMap("userLogin", user(dispatcher, "admin"));
        Map<String, Object> nobody = UtilMisc.toMap("userLogin", user(dispatcher, "nobody"));
        assertTrue(ServiceUtil.isSuccess(dispatcher.runSync("contractForViewers", admin)));
        assertTrue(ServiceUtil.isSuccess(dispatcher.runSync("contractForAdmins", admin)));
        ServiceAuthException thrown = assertThrows(ServiceAuthException.class, () -> dispatcher.runSync("contractForViewers", nobody));
        assertEquals("You haven't the permission for the service contractForViewers, reason : Access refused", thrown.getMessage());
        assertThrows(ServiceAuthException.class, () -> dispatcher.runSync("contractForAdmins", nobody));
        assertThrows(ServiceAuthException.class, () -> dispatcher.runSync("contractForViewers", Map.of()));
    }

    @OnBothDatabases
    void anErrorRollsBackAndAFailureDoesNot(LocalDispatcher dispatcher) throws Exception {
        assertTrue(ServiceUtil.isError(dispatcher.runSync("contractCreateThenError", UtilMisc.toMap("thingId", "errs"))));
        assertNull(thing(dispatcher, "errs"));
        Map<String, Object> failed = dispatcher.runSync("contractCreateThenFail", UtilMisc.toMap("thingId", "fails"));
        assertTrue(ServiceUtil.isFailure(failed));
        assertFalse(ServiceUtil.isSuccess(failed));
        assertNotNull(thing(dispatcher, "fails"));
    }

    @OnBothDatabases
    void anErrorInsideACallersTransactionDoomsIt(LocalDispatcher dispatcher) throws Exception {
        TransactionUtil.begin();
        dispatcher.runSync("contractCreateThenError", UtilMisc.toMap("thingId", "dooms"));
        assertThrows(GenericTransactionException.class, TransactionUtil::commit);
    }

    @OnBothDatabases
    void aServiceOfItsOwnTransactionSurvivesTheCallersRollback(LocalDispatcher dispatcher) throws Exception {
        TransactionUtil.begin();
        dispatcher.runSync("contractOwnTransaction", UtilMisc.toMap("thingId", "survives"));
        dispatcher.runSync("contractWatched", UtilMisc.toMap("thingId", "independent2"), 30, true);
        TransactionUtil.rollback();
        assertNotNull(thing(dispatcher, "survives"));
        assertNotNull(thing(dispatcher, "independent2"));
    }

    @OnBothDatabases
    void useTransactionFalseBeginsNone(LocalDispatcher dispatcher) throws Exception {
        assertEquals(false, dispatcher.runSync("contractNoTransaction", Map.of()).get("inPlace"));
    }

    @OnBothDatabases
    void whatAServiceThrowsIsWrapped(LocalDispatcher dispatcher) {
        GenericServiceException thrown = assertThrows(GenericServiceException.class, () -> dispatcher.runSync("contractThrow", Map.of()));
        assertEquals("thrown by the service", thrown.getCause().getMessage());
    }

    @OnBothDatabases
    void entityAutoCreatesAndUpdates(LocalDispatcher dispatcher) throws Exception {
        String id = (String) dispatcher.runSync("createContractThing", UtilMisc.toMap("groupName", "auto", "amount", "1.5")).get("thingId");
        assertEquals(new BigDecimal("1.500"), thing(dispatcher, id).get("amount"));
        dispatcher.runSync("updateContractThing", UtilMisc.toMap("thingId", id, "groupName", "changed"));
        assertEquals("changed", thing(dispatcher, id).get("groupName"));
        assertTrue(ServiceUtil.isError(dispatcher.runSync("updateContractThing", UtilMisc.toMap("thingId", "absent", "groupName", "x"))));
    }

    @OnBothDatabases
    void groovyServicesRunAndPassErrorsOn(LocalDispatcher dispatcher) throws Exception {
        assertEquals(42, dispatcher.runSync("contractGroovy", UtilMisc.toMap("number", "21")).get("twice"));
        Map<String, Object> result = dispatcher.runSync("contractGroovyCallsError", Map.of());
        assertTrue(ServiceUtil.isError(result));
        assertEquals("refused after creating", ServiceUtil.getErrorMessage(result));
        assertNull(thing(dispatcher, "fromGroovy"));
    }

    @OnBothDatabases
    void entityEcasRunInsideTheTransactionForEachOperationButNotForConditionalUpdates(LocalDispatcher dispatcher) throws Exception {
        Delegator delegator = dispatcher.getDelegator();
        GenericValue value = delegator.create("ContractThing", "thingId", "eeca", "groupName", "watched");
        value.set("counter", 1L);
        value.store();
        delegator.storeByCondition("ContractThing", Map.of("counter", 2L),
                org.apache.ofbiz.entity.condition.EntityCondition.makeCondition("thingId", "eeca"));
        assertEquals(List.of("eeca", "eeca"), log(delegator, "eeca"));
        delegator.removeByAnd("ContractThing", "thingId", "eeca");
        assertEquals(3, log(delegator, "eeca").size());
        TransactionUtil.begin();
        delegator.create("ContractThing", "thingId", "eecaBack", "groupName", "watched");
        TransactionUtil.rollback();
        assertEquals(List.of(), log(delegator, "eecaBack"));
    }

    @OnBothDatabases
    void anEntityEcaReadsConditionFieldsThatAreMissing(LocalDispatcher dispatcher) throws Exception {
        Delegator delegator = dispatcher.getDelegator();
        delegator.create("ContractThing", "thingId", "partialEca", "groupName", "watched");
        delegator.makeValue("ContractThing", "thingId", "partialEca", "counter", 1L).store();
        assertEquals(2, log(delegator, "partialEca").size());
    }

    @OnBothDatabases
    void anEntityEcaThatAbortsUndoesTheInsert(LocalDispatcher dispatcher) throws Exception {
        Delegator delegator = dispatcher.getDelegator();
        assertThrows(GenericEntityException.class, () -> delegator.create("ContractThing", "thingId", "no", "groupName", "refused"));
        assertNull(thing(dispatcher, "no"));
    }

    @OnBothDatabases
    void serviceEcasRunAtCommitAndAfterTheWholeTransaction(LocalDispatcher dispatcher) throws Exception {
        dispatcher.runSync("contractWatched", UtilMisc.toMap("thingId", "seca"));
        assertEquals(List.of("commit", "global"), log(dispatcher.getDelegator(), "seca"));
        TransactionUtil.begin();
        dispatcher.runSync("contractWatched", UtilMisc.toMap("thingId", "secaBack"));
        TransactionUtil.rollback();
        assertEquals(List.of(), log(dispatcher.getDelegator(), "secaBack"));
        dispatcher.runSync("contractWatched", UtilMisc.toMap("thingId", "quiet"));
        assertEquals(List.of("commit"), log(dispatcher.getDelegator(), "quiet"));
    }
}
