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
package org.smsbilling.testbed.service;

import java.net.URL;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.transaction.Transaction;
import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.base.util.UtilDateTime;
import org.apache.ofbiz.base.util.UtilMisc;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.transaction.GenericTransactionException;
import org.apache.ofbiz.entity.transaction.TransactionUtil;
import org.apache.ofbiz.security.Security;
import org.apache.ofbiz.service.DispatchContext;
import org.apache.ofbiz.service.GenericServiceException;
import org.apache.ofbiz.service.LocalDispatcher;
import org.apache.ofbiz.service.ModelService;
import org.apache.ofbiz.service.ServiceAuthException;
import org.apache.ofbiz.service.ServiceUtil;
import org.apache.ofbiz.service.ServiceValidationException;

/** Runs services as OFBiz does: defaults, transaction, permission, validation, ECAs, the service, validation of its result, commit. */
public final class ServiceDispatcher implements LocalDispatcher, AutoCloseable {

    private static final String MODULE = ServiceDispatcher.class.getName();

    private final Delegator delegator;
    private final Security security;
    private final DispatchContext dctx;
    private final ServiceAuthorization authorization;
    private final ServiceEcas ecas;
    private final Jobs jobs;
    private final ExecutorService pool = Executors.newFixedThreadPool(4, task -> {
        Thread thread = new Thread(task, "testbed-service");
        thread.setDaemon(true);
        return thread;
    });

    public ServiceDispatcher(Delegator delegator, Security security, Map<String, ModelService> services, List<URL> ecaFiles) {
        this.delegator = delegator;
        this.security = security;
        this.dctx = new DispatchContext(this, services);
        this.authorization = new ServiceAuthorization(dctx);
        this.ecas = new ServiceEcas(dctx, ecaFiles);
        this.jobs = new Jobs(dctx);
    }

    public Jobs jobs() {
        return jobs;
    }

    private void eca(ModelService service, String event, Map<String, Object> context, Map<String, Object> result) throws GenericServiceException {
        ecas.run(service.getName(), event, context, result);
    }

    private Map<String, Object> run(ModelService service, Map<String, ? extends Object> params) throws GenericServiceException {
        Map<String, Object> context = params == null ? new HashMap<>() : new HashMap<>(params);
        Map<String, Object> result = new HashMap<>();
        Map<String, Object> ecaContext = new HashMap<>();
        Locale locale = locale(context);
        service.updateDefaultValues(context, ModelService.IN_PARAM);
        Transaction parent = null;
        try {
            if (service.isUseTransaction() && service.isRequireNewTransaction() && TransactionUtil.isTransactionInPlace()) {
                parent = TransactionUtil.suspend();
            }
            boolean began = service.isUseTransaction() && !TransactionUtil.isTransactionInPlace()
                    && TransactionUtil.begin(service.getTransactionTimeout());
            boolean finished = false;
            try {
                ecaContext.putAll(invoke(service, context, result, locale));
                complete(service, ecaContext, result, locale);
                finished = true;
            } finally {
                if (!finished) {
                    TransactionUtil.rollback(began, "Service [" + service.getName() + "] threw an unexpected exception/error", null);
                }
            }
            end(service, began, result);
        } catch (GenericTransactionException e) {
            throw new GenericServiceException("Problems with the transaction.", e);
        } catch (RuntimeException e) {
            throw new GenericServiceException("Service [" + service.getName() + "] Failed", e);
        } finally {
            resume(parent);
        }
        eca(service, "return", ecaContext, result);
        return result;
    }

    /** @return the context for ECAs that follow: what went in, then what came out */
    private Map<String, Object> invoke(ModelService service, Map<String, Object> params, Map<String, Object> result, Locale locale)
            throws GenericServiceException {
        eca(service, "global-rollback", params, result);
        eca(service, "global-commit", params, result);
        eca(service, "auth", params, result);
        Map<String, Object> context = authorization.check(service, params, locale);
        eca(service, "in-validate", context, result);
        if (service.isValidate() && ServiceUtil.isSuccess(result)) {
            context = service.makeValid(context, ModelService.IN_PARAM);
            service.validate(this, context, ModelService.IN_PARAM, locale);
        }
        eca(service, "invoke", context, result);
        if (ServiceUtil.isSuccess(result)) {
            Map<String, Object> outcome = Engines.run(dctx, service, context);
            if (outcome != null) {
                result.putAll(outcome);
            } else {
                Debug.logWarning("Service (in runSync : " + service.getName() + ") returns null result", MODULE);
            }
        }
        Map<String, Object> ecaContext = new HashMap<>(context);
        ecaContext.putAll(result);
        return ecaContext;
    }

    private void complete(ModelService service, Map<String, Object> ecaContext, Map<String, Object> result, Locale locale)
            throws GenericServiceException {
        if (service.isValidate()) {
            eca(service, "out-validate", ecaContext, result);
            Map<String, Object> valid = service.makeValid(result, ModelService.OUT_PARAM);
            try {
                service.validate(this, valid, ModelService.OUT_PARAM, locale);
            } catch (ServiceValidationException e) {
                throw new GenericServiceException("Outgoing result (in runSync : " + service.getName() + ") does not match expected requirements", e);
            }
            result.clear();
            result.putAll(valid);
        }
        eca(service, "commit", ecaContext, result);
        eca(service, "global-commit-post-run", ecaContext, result);
    }

    private static void end(ModelService service, boolean began, Map<String, Object> result)
            throws GenericServiceException, GenericTransactionException {
        if (ServiceUtil.isError(result)) {
            String message = "Error in Service [" + service.getName() + "]: " + ServiceUtil.getErrorMessage(result);
            Debug.logError(message, MODULE);
            if (began || TransactionUtil.isTransactionInPlace()) {
                TransactionUtil.rollback(began, message, null);
            }
            return;
        }
        try {
            TransactionUtil.commit(began);
        } catch (GenericTransactionException e) {
            throw new GenericServiceException("Could not commit transaction for service [" + service.getName() + "] call: " + e.getMessage());
        }
    }

    private static void resume(Transaction parent) throws GenericServiceException {
        try {
            TransactionUtil.resume(parent);
        } catch (GenericTransactionException e) {
            throw new GenericServiceException("Resume transaction exception, see logs", e);
        }
    }

    private static Locale locale(Map<String, Object> context) {
        if (context.get("locale") == null) {
            GenericValue user = (GenericValue) context.get("userLogin");
            context.put("locale", UtilMisc.ensureLocale(user == null ? null : user.getString("lastLocale")));
        }
        return (Locale) context.get("locale");
    }

    @Override
    public Map<String, Object> runSync(String serviceName, Map<String, ? extends Object> context) throws GenericServiceException {
        return run(dctx.getModelService(serviceName), context);
    }

    @Override
    public Map<String, Object> runSync(String serviceName, Map<String, ? extends Object> context, int transactionTimeout,
            boolean requireNewTransaction) throws ServiceAuthException, ServiceValidationException, GenericServiceException {
        ModelService service = dctx.getModelService(serviceName);
        int timeout = transactionTimeout == -1 ? service.getTransactionTimeout() : transactionTimeout;
        return run(service.with(timeout, requireNewTransaction || service.isRequireNewTransaction()), context);
    }

    /** Persisted: a job in the caller's transaction. Else it starts at once in another thread, whatever becomes of that transaction. */
    @Override
    public void runAsync(String serviceName, Map<String, ? extends Object> context, boolean persist)
            throws ServiceAuthException, ServiceValidationException, GenericServiceException {
        ModelService service = dctx.getModelService(serviceName);
        Map<String, Object> input = new HashMap<>(context);
        Locale locale = locale(input);
        service.updateDefaultValues(input, ModelService.IN_PARAM);
        Map<String, Object> valid = service.makeValid(authorization.check(service, input, locale), ModelService.IN_PARAM);
        service.validate(this, valid, ModelService.IN_PARAM, locale);
        if (persist) {
            jobs.create(service, valid, UtilDateTime.nowTimestamp());
            return;
        }
        pool.execute(() -> {
            try {
                runSync(serviceName, valid);
            } catch (GenericServiceException | RuntimeException e) {
                Debug.logError(e, "Async service " + serviceName + " failed", MODULE);
            }
        });
    }

    @Override
    public Delegator getDelegator() {
        return delegator;
    }

    @Override
    public Security getSecurity() {
        return security;
    }

    @Override
    public String getName() {
        return "default";
    }

    @Override
    public DispatchContext getDispatchContext() {
        return dctx;
    }

    @Override
    public void close() {
        jobs.close();
        pool.shutdownNow();
    }
}
