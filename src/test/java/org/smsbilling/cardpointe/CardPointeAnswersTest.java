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
package org.smsbilling.cardpointe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smsbilling.provider.ChargeResult;

/** What the gateway's answers mean. */
class CardPointeAnswersTest {

    @Test
    void anApprovalHasReferenceAndAmount() throws Exception {
        assertEquals(new ChargeResult.Approved("343005123105", new BigDecimal("123.45"), "000", "Approval"), CardPointeAnswers.charge(json(
                "{'respstat':'A','retref':'343005123105','amount':'123.45','respcode':'000','resptext':'Approval',"
                + "'respproc':'RPCT','new':{'x':1}}")));
    }

    @Test
    void anApprovalTellsWhatBecameOfAddressAndSecurityCode() throws Exception {
        assertEquals(new ChargeResult.Approved("1", new BigDecimal("1.00"), "00", "Approval, AVS N, CVV M"), CardPointeAnswers.charge(json(
                "{'respstat':'A','retref':'1','amount':'1.00','respcode':'00','resptext':'Approval','avsresp':'N','cvvresp':'M'}")));
        assertEquals(new ChargeResult.Approved("1", new BigDecimal("1.00"), "00", "Approval"), CardPointeAnswers.charge(json(
                "{'respstat':'A','retref':'1','amount':'1.00','respcode':'00','resptext':'Approval','avsresp':' ','cvvresp':''}")));
    }

    @Test
    void aPartialApprovalTellsWhatWasApproved() throws Exception {
        assertEquals(new ChargeResult.Approved("343005123106", new BigDecimal("5.00"), "002", "Partial"), CardPointeAnswers.charge(json(
                "{'respstat':'A','retref':'343005123106','amount':'5.00','respcode':'002','resptext':'Partial'}")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{'respstat':'C','respcode':'116','resptext':'Not sufficient funds','retref':'1'} | Declined",
        "{'respstat':'B','respcode':'505','resptext':'Please retry','respproc':'RPCT'}    | RetryLater",
        "{'respstat':'B','respcode':'62','resptext':'Timed out','respproc':'PPS'}         | NoAnswer",
        "{'respstat':'C','respcode':'63','resptext':'Bad resp format','respproc':'PPS'}   | NoAnswer",
        "{'respstat':'C','respcode':'65','resptext':'Socket close error','respproc':'PPS'}| NoAnswer",
        "{'respstat':'C','respcode':'66','resptext':'Response mismatch','respproc':'PPS'} | NoAnswer",
        "{'respstat':'C','respcode':'11','resptext':'Error Timeout','respproc':'PSTR'}    | NoAnswer",
        "{'respstat':'C','respcode':'11','resptext':'Invalid card','respproc':'PPS'}      | Declined",
        "{'respstat':'C','respcode':'65','resptext':'Limit exceeded','respproc':'FNOR'}   | Declined",
        "{'respstat':'B','respcode':'61','resptext':'Line down','respproc':'PPS'}         | RetryLater",
        "{'respstat':'C','respcode':'37','resptext':'CVV mismatch','respproc':'PPS'}      | Declined",
        "{'respstat':'C','respcode':'101','resptext':'AVS Mismatch','respproc':'PPS'}     | Declined",
        "{'respstat':'A','respcode':'00','resptext':'Approval'}                           | NoAnswer",
        "{'respstat':'A','respcode':'00','amount':'5.00','retref':' '}                    | NoAnswer",
        "{'respstat':'A','respcode':'00','amount':'a lot'}                                | NoAnswer",
        "{'respstat':'A','respcode':'00','amount':'0.00'}                                 | NoAnswer",
        "{'respstat':'A','respcode':'00','amount':'-5.00'}                                | NoAnswer",
        "{'respstat':'Z'}                                                                 | NoAnswer",
        "{}                                                                               | NoAnswer",
        "[]                                                                               | NoAnswer",
    })
    void otherAnswersToASale(String answer, String kind) throws Exception {
        assertEquals(kind, CardPointeAnswers.charge(json(answer)).getClass().getSimpleName());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{'respstat':'C','respproc':'PPS','respcode':'29','resptext':'Txn not found'}                    | NotFound",
        "{'respstat':'C','respproc':'RPCT','respcode':'29','resptext':'Something else'}                  | Declined",
        "{'respstat':'A','amount':'1.00','retref':'1','setlstat':'Queued for Capture'}                   | Approved",
        "{'respstat':'A','amount':'0.00','retref':'1','setlstat':'Voided'}                               | NotFound",
        "{'respstat':'A','amount':'1.00','retref':'1','authcode':'REVERS'}                               | NotFound",
        "{'respstat':'B','respproc':'PPS','respcode':'62','resptext':'Timed out','setlstat':'Declined'}  | RetryLater",
        "{'respstat':'B','respproc':'PPS','respcode':'62','resptext':'Timed out'}                        | NoAnswer",
        "{'respstat':'C','respproc':'PPS','respcode':'65','resptext':'Socket closed','setlstat':'Declined'} | RetryLater",
        "{'respstat':'C','respproc':'PPS','respcode':'65','resptext':'Socket closed'}                    | NoAnswer",
    })
    void answersToAnInquiry(String answer, String kind) throws Exception {
        assertEquals(kind, CardPointeAnswers.inquiry(json(answer), "SORDER").getClass().getSimpleName());
    }

    @ParameterizedTest
    @CsvSource({"400, RetryLater", "401, RetryLater", "404, RetryLater", "429, RetryLater", "408, NoAnswer", "500, NoAnswer", "502, NoAnswer",
        "503, NoAnswer", "302, NoAnswer"})
    void otherStatusesThan200(int status, String kind) {
        assertEquals(kind, CardPointeAnswers.refusedRequest(status).getClass().getSimpleName());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{'respstat':'A','retref':'2','respproc':'RPCT','respcode':'000'}        | Done",
        "{'respstat':'C','respproc':'PPS','respcode':'28','retref':'2'}          | Refused",
        "{'respstat':'B','respproc':'PPS','respcode':'61','retref':'2'}          | Refused",
        "{'respstat':'B','respproc':'PPS','respcode':'62','retref':'2'}          | NoAnswer",
        "{'respstat':'C','respproc':'PPS','respcode':'65','retref':'2'}          | NoAnswer",
        "{}                                                                      | NoAnswer"})
    void answersToAVoidOrRefund(String answer, String kind) throws Exception {
        assertEquals(kind, CardPointeAnswers.reversal(json(answer)).getClass().getSimpleName());
    }

    @Test
    void aVoidIsConfirmedByItsCodeOnly() throws Exception {
        assertTrue(CardPointeAnswers.voided(json("{'authcode':'REVERS','respstat':'A'}")));
        assertFalse(CardPointeAnswers.voided(json("{'authcode':null,'respstat':'A'}")));
        assertFalse(CardPointeAnswers.voided(json("{'respstat':'C','respcode':'29'}")));
    }

    @ParameterizedTest
    @CsvSource({"1000, 1000.00", "0.01, 0.01", "12345678.90, 12345678.90", "12.3, 12.30", "1.125, 1.125", "10.000, 10.00"})
    void amountsAlwaysHaveAPoint(BigDecimal amount, String text) {
        assertEquals(text, CardPointeRequests.amount(amount));
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text.replace('\'', '"'));
    }
}
