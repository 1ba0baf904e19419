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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import org.apache.ofbiz.base.util.UtilMisc;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.jdbc.SQLProcessor;
import org.apache.ofbiz.entity.transaction.TransactionUtil;
import org.apache.ofbiz.entity.util.EntityQuery;

/** Values and the delegator: what OFBiz's entity engine does with them. */
final class EntityContractTest {

    private static GenericValue find(Delegator delegator, String thingId) throws GenericEntityException {
        return EntityQuery.use(delegator).from("ContractThing").where("thingId", thingId).queryOne();
    }

    @OnBothDatabases
    void aCreatedValueIsReadBackWithItsTypes(Delegator delegator) throws GenericEntityException {
        Timestamp moment = Timestamp.valueOf("2026-03-29 02:30:00.123");
        delegator.create("ContractThing", "thingId", "types", "amount", new BigDecimal("10.5"), "counter", 9L, "flag", true, "moment", moment,
                "longText", "x".repeat(5000));

        GenericValue read = find(delegator, "types");

        assertEquals(new BigDecimal("10.500"), read.getBigDecimal("amount"));
        assertEquals(9L, read.getLong("counter"));
        assertEquals("Y", read.get("flag"));
        assertTrue(read.getBoolean("flag"));
        assertEquals(moment, read.getTimestamp("moment"));
        assertEquals(5000, read.getString("longText").length());
        assertNull(read.get("groupName"));
        assertEquals(Timestamp.from(BothDatabases.START), read.getTimestamp("createdStamp"));
    }

    @OnBothDatabases
    void settingConvertsToTheFieldsType(Delegator delegator) {
        GenericValue value = delegator.makeValue("ContractThing", "counter", "42", "amount", 7);
        assertEquals(42L, value.get("counter"));
        assertEquals(new BigDecimal("7"), value.get("amount"));
    }

    @OnBothDatabases
    void aFieldThatTheEntityLacksIsRefused(Delegator delegator) {
        GenericValue value = delegator.makeValue("ContractThing");
        assertThrows(IllegalArgumentException.class, () -> value.set("nonsense", "x"));
        assertThrows(IllegalArgumentException.class, () -> value.get("nonsense"));
        assertThrows(IllegalArgumentException.class, () -> delegator.makeValue("NoSuchEntity"));
        assertEquals(Map.of("thingId", "t"), delegator.makeValidValue("ContractThing", "thingId", "t", "nonsense", 1).getAllFields());
    }

    @OnBothDatabases
    void storeWritesOnlyTheFieldsThatAreSet(Delegator delegator) throws GenericEntityException {
        delegator.create("ContractThing", "thingId", "partial", "groupName", "kept", "counter", 1L);
        delegator.makeValue("ContractThing", "thingId", "partial", "counter", 2L).store();
        GenericValue read = find(delegator, "partial");
        assertEquals("kept", read.get("groupName"));
        assertEquals(2L, read.get("counter"));
    }

    @OnBothDatabases
    void aReadValueRemembersWhatTheDatabaseHadUntilItIsStored(Delegator delegator) throws GenericEntityException {
        GenericValue made = delegator.makeValue("ContractThing", "thingId", "original", "groupName", "first");
        assertFalse(made.originalDbValuesAvailable());
        assertNull(made.getOriginalDbValue("groupName"));
        made.create();

        GenericValue read = find(delegator, "original");
        read.set("groupName", "second");
        assertTrue(read.originalDbValuesAvailable());
        assertEquals("first", read.getOriginalDbValue("groupName"));
        read.store();
        assertEquals("second", read.getOriginalDbValue("groupName"));
        assertThrows(IllegalArgumentException.class, () -> read.getOriginalDbValue("nonsense"));
    }

    @OnBothDatabases
    void storingWhatDoesNotExistFails(Delegator delegator) {
        assertThrows(GenericEntityException.class, () -> delegator.makeValue("ContractThing", "thingId", "absent", "counter", 2L).store());
    }

    @OnBothDatabases
    void createOrStoreDoesEither(Delegator delegator) throws GenericEntityException {
        delegator.createOrStore(delegator.makeValue("ContractThing", "thingId", "either", "counter", 1L));
        delegator.createOrStore(delegator.makeValue("ContractThing", "thingId", "either", "counter", 2L));
        assertEquals(2L, find(delegator, "either").getLong("counter"));
    }

    @OnBothDatabases
    void sequencesBeginAt10000AndDoNotRepeat(Delegator delegator) {
        long first = delegator.getNextSeqIdLong("ContractSequence");
        assertTrue(first >= 10000);
        assertEquals(first + 1, delegator.getNextSeqIdLong("ContractSequence"));
        for (long i = first + 2; i < first + 30; i++) {
            assertEquals(String.valueOf(i), delegator.getNextSeqId("ContractSequence"));
        }
    }

    @OnBothDatabases
    void subSequencesCountWithinTheRestOfTheKey(Delegator delegator) throws GenericEntityException {
        delegator.create("ContractThing", "thingId", "parts");
        for (String expected : List.of("00001", "00002", "00003")) {
            GenericValue part = delegator.makeValue("ContractPart", "thingId", "parts");
            delegator.setNextSubSeqId(part, "partSeqId", 5, 1);
            assertEquals(expected, part.get("partSeqId"));
            part.create();
        }
    }

    @OnBothDatabases
    void relationsLeadToParentsAndChildren(Delegator delegator) throws GenericEntityException {
        delegator.create("ContractThing", "thingId", "parent", "groupName", "family");
        GenericValue child = delegator.create("ContractPart", "thingId", "parent", "partSeqId", "1");
        assertEquals("family", child.getRelatedOne("ContractThing").get("groupName"));
        List<GenericValue> children = find(delegator, "parent").getRelated("ContractPart", null, List.of("partSeqId"), false);
        assertEquals(List.of("1"), children.stream().map(each -> each.getString("partSeqId")).toList());
        assertThrows(GenericEntityException.class, () -> child.getRelatedOne("Nothing"));
    }

    @OnBothDatabases
    void aForeignKeyWithoutItsParentIsRefused(Delegator delegator) {
        assertThrows(GenericEntityException.class, () -> delegator.create("ContractPart", "thingId", "orphan", "partSeqId", "1"));
    }

    @OnBothDatabases
    void uniqueIndexesHoldAndNullsDoNotCollide(Delegator delegator) throws GenericEntityException {
        delegator.create("ContractThing", "thingId", "unique");
        delegator.create("ContractPart", "thingId", "unique", "partSeqId", "1", "token", "only once");
        GenericValue second = delegator.makeValue("ContractPart", "thingId", "unique", "partSeqId", "2", "token", "only once");
        assertThrows(GenericEntityException.class, second::create);
        delegator.create("ContractPart", "thingId", "unique", "partSeqId", "3");
        delegator.create("ContractPart", "thingId", "unique", "partSeqId", "4");
        assertEquals(3, EntityQuery.use(delegator).from("ContractPart").where("thingId", "unique").queryCount());
    }

    @OnBothDatabases
    void encryptedFieldsAreReadableThroughTheDelegatorAndHiddenInText(Delegator delegator) throws GenericEntityException {
        delegator.create("ContractThing", "thingId", "secret", "secret", "the password");
        GenericValue read = find(delegator, "secret");
        assertEquals("the password", read.get("secret"));
        assertFalse(read.toString().contains("the password"));
    }

    @OnBothDatabases
    void batchesCreateMuchAndLeaveTheStampsEmpty(Delegator delegator) throws GenericEntityException {
        List<GenericValue> many = java.util.stream.IntStream.range(0, 2500)
                .mapToObj(i -> delegator.makeValue("ContractThing", "thingId", "batch" + i, "groupName", "batch")).toList();
        delegator.createAllByBatchProcess(many);
        assertEquals(2500, EntityQuery.use(delegator).from("ContractThing").where("groupName", "batch").queryCount());
        assertNull(find(delegator, "batch17").get("createdStamp"));
        assertThrows(GenericEntityException.class, () -> delegator.createAllByBatchProcess(List.of()));
    }

    @OnBothDatabases
    void aStatementOfOnesOwnRunsInTheThreadsTransaction(Delegator delegator) throws GenericEntityException, SQLException {
        delegator.create("ContractThing", "thingId", "own1");
        delegator.create("ContractThing", "thingId", "own2");
        String table = delegator.getModelEntity("ContractThing").getTableName(delegator.getEntityHelperName("ContractThing"));
        TransactionUtil.begin();
        try (SQLProcessor processor = new SQLProcessor(delegator, delegator.getGroupHelperInfo(delegator.getEntityGroupName("ContractThing")))) {
            processor.prepareStatement("UPDATE " + table + " SET GROUP_NAME = ? WHERE THING_ID = ?");
            for (String id : List.of("own1", "none", "own2")) {
                processor.getPreparedStatement().setString(1, "group of " + id);
                processor.getPreparedStatement().setString(2, id);
                processor.getPreparedStatement().addBatch();
            }
            assertArrayEquals(new int[] {1, 0, 1}, processor.getPreparedStatement().executeBatch());
        }
        assertEquals("group of own2", find(delegator, "own2").get("groupName"));
        TransactionUtil.rollback();
        assertNull(find(delegator, "own2").get("groupName"));
    }

    @OnBothDatabases
    void conditionalUpdatesAndRemovalsTellHowManyRows(Delegator delegator) throws GenericEntityException {
        for (String id : List.of("c1", "c2", "c3")) {
            delegator.create("ContractThing", "thingId", id, "groupName", "conditional");
        }
        assertEquals(1, delegator.storeByCondition("ContractThing", Map.of("counter", 5L),
                org.apache.ofbiz.entity.condition.EntityCondition.makeCondition(UtilMisc.toMap("groupName", "conditional", "thingId", "c2"))));
        assertEquals(1, delegator.removeByAnd("ContractThing", "groupName", "conditional", "counter", 5L));
        assertEquals(0, delegator.removeByAnd("ContractThing", "groupName", "conditional", "counter", 5L));
        assertNull(find(delegator, "c2"));
    }

    @OnBothDatabases
    void whatComesFromTheCacheCannotBeChanged(Delegator delegator) throws GenericEntityException {
        GenericValue cached = EntityQuery.use(delegator).from("ContractThing").where("thingId", "seeded").cache().queryOne();
        assertThrows(IllegalStateException.class, () -> cached.set("groupName", "other"));
        GenericValue copy = (GenericValue) cached.clone();
        copy.set("groupName", "other");
        assertEquals("other", copy.get("groupName"));
    }

    @OnBothDatabases
    void seedDataIsLoadedWithItsTypes(Delegator delegator) throws GenericEntityException {
        GenericValue seeded = find(delegator, "seeded");
        assertEquals(new BigDecimal("12.345"), seeded.get("amount"));
        assertEquals(7L, seeded.get("counter"));
        assertEquals("Two\nlines", seeded.get("longText"));
        assertEquals("O'Neil <b>", EntityQuery.use(delegator).from("Person").where("partyId", "Customer").queryOne().get("lastName"));
    }

    @OnBothDatabases
    void textThatIsTooLongIsRefusedByTheDatabase(Delegator delegator) {
        assertThrows(GenericEntityException.class, () -> delegator.create("ContractThing", "thingId", "x".repeat(21)));
    }
}
