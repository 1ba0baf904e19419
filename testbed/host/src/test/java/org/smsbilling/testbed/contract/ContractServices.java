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

import java.math.BigDecimal;
import java.util.Map;
import org.apache.ofbiz.base.util.UtilMisc;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.transaction.TransactionUtil;
import org.apache.ofbiz.service.DispatchContext;
import org.apache.ofbiz.service.ServiceUtil;

/** Services of the contract component. */
public final class ContractServices {

    private ContractServices() { }

    public static Map<String, Object> permission(DispatchContext dctx, Map<String, ? extends Object> context) {
        Map<String, Object> result = ServiceUtil.returnSuccess();
        result.put("hasPermission", dctx.getSecurity().hasEntityPermission("CONTRACT", "_" + context.get("mainAction"),
                (GenericValue) context.get("userLogin")));
        return result;
    }

    public static Map<String, Object> echo(DispatchContext dctx, Map<String, ? extends Object> context) {
        Map<String, Object> result = ServiceUtil.returnSuccess();
        result.put("answer", context.get("text"));
        result.put("at", context.get("moment"));
        result.put("sum", context.get("amount") == null ? null : ((BigDecimal) context.get("amount")).add(BigDecimal.ONE));
        result.put("notInTheModel", "left out");
        return result;
    }

    public static Map<String, Object> succeed(DispatchContext dctx, Map<String, ? extends Object> context) {
        return ServiceUtil.returnSuccess();
    }

    public static Map<String, Object> fail(DispatchContext dctx, Map<String, ? extends Object> context) {
        throw new IllegalStateException("thrown by the service");
    }

    public static Map<String, Object> createThing(DispatchContext dctx, Map<String, ? extends Object> context) throws GenericEntityException {
        dctx.getDelegator().create("ContractThing", "thingId", context.get("thingId"));
        return ServiceUtil.returnSuccess();
    }

    public static Map<String, Object> createThenError(DispatchContext dctx, Map<String, ? extends Object> context) throws GenericEntityException {
        createThing(dctx, context);
        return ServiceUtil.returnError("refused after creating");
    }

    public static Map<String, Object> createThenFail(DispatchContext dctx, Map<String, ? extends Object> context) throws GenericEntityException {
        createThing(dctx, context);
        return ServiceUtil.returnFailure("failed after creating");
    }

    public static Map<String, Object> transactionInPlace(DispatchContext dctx, Map<String, ? extends Object> context) throws GenericEntityException {
        Map<String, Object> result = ServiceUtil.returnSuccess();
        result.put("inPlace", TransactionUtil.isTransactionInPlace());
        return result;
    }

    public static Map<String, Object> log(DispatchContext dctx, Map<String, ? extends Object> context) throws GenericEntityException {
        return log(dctx, "eeca", context);
    }

    public static Map<String, Object> logCommit(DispatchContext dctx, Map<String, ? extends Object> context) throws GenericEntityException {
        return log(dctx, "commit", context);
    }

    public static Map<String, Object> logGlobal(DispatchContext dctx, Map<String, ? extends Object> context) throws GenericEntityException {
        return log(dctx, "global", context);
    }

    public static Map<String, Object> refuse(DispatchContext dctx, Map<String, ? extends Object> context) {
        return ServiceUtil.returnError("this thing is refused");
    }

    private static Map<String, Object> log(DispatchContext dctx, String what, Map<String, ? extends Object> context) throws GenericEntityException {
        dctx.getDelegator().createSetNextSeqId(dctx.getDelegator().makeValue("ContractLog",
                UtilMisc.toMap("what", what, "thingId", context.get("thingId"))));
        return ServiceUtil.returnSuccess();
    }
}
