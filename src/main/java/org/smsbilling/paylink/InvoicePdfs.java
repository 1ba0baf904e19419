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
package org.smsbilling.paylink;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.entity.util.EntityQuery;
import org.apache.ofbiz.service.DispatchContext;
import org.apache.ofbiz.service.GenericServiceException;
import org.apache.ofbiz.service.ServiceUtil;

/** Invoices as PDF, where the host makes them: OFBiz's own print screen, rendered as its system user. A few at a time, for they cost much. */
public final class InvoicePdfs {

    private static final String SERVICE = "createFileFromScreen";
    private static final String SCREEN = "component://accounting/widget/AccountingPrintScreens.xml#InvoicePDF";
    private static final int AT_A_TIME = 2;

    private final Semaphore rooms = new Semaphore(AT_A_TIME);
    private volatile Boolean available;

    /** @return whether the host can make them */
    public boolean available(DispatchContext dctx) {
        if (available == null) {
            available = dctx.getAllServiceNames().contains(SERVICE);
        }
        return available;
    }

    /** @return empty when the host cannot make it, or makes enough others right now */
    public Optional<ByteBuffer> render(DispatchContext dctx, String invoiceId, Locale locale)
            throws GenericEntityException, GenericServiceException, IOException {
        if (!available(dctx) || !rooms.tryAcquire()) {
            return Optional.empty();
        }
        Path directory = Files.createTempDirectory("smsbilling-pdf");
        try {
            GenericValue system = EntityQuery.use(dctx.getDelegator()).from("UserLogin").where("userLoginId", "system").cache().queryOne();
            Map<String, Object> screen = new HashMap<>(Map.of("invoiceId", invoiceId, "userLogin", system, "locale", locale));
            Map<String, Object> result = dctx.getDispatcher().runSync(SERVICE, Map.of("screenLocation", SCREEN, "screenContext", screen,
                    "contentType", "application/pdf", "filePath", directory.toString(), "fileName", "invoice", "userLogin", system,
                    "locale", locale));
            List<Path> files = files(directory);
            return ServiceUtil.isSuccess(result) && !files.isEmpty()
                    ? Optional.of(ByteBuffer.wrap(Files.readAllBytes(files.get(0)))) : Optional.empty();
        } finally {
            rooms.release();
            for (Path file : files(directory)) {
                Files.delete(file);
            }
            Files.delete(directory);
        }
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.collect(Collectors.toList());
        }
    }
}
