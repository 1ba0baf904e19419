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
package org.smsbilling.bench.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/** A node of the fault run as its killer sees it. */
final class FaultNode implements AutoCloseable {

    private static final long START_SECONDS = 180;
    private static final long ANSWER_SECONDS = 60;
    private static final String READY = "ready";

    private final Process process;
    private final Writer orders;
    private final AtomicLong numbers = new AtomicLong();
    private final Map<String, CompletableFuture<String>> open = new ConcurrentHashMap<>();

    private FaultNode(Process process) {
        this.process = process;
        this.orders = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
    }

    /** Starts one; it is not ready yet. @param log where what it says goes */
    static FaultNode start(String jdbcUrl, String user, URI outside, Path component, Path log) throws IOException {
        FaultNode node = new FaultNode(new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx768m",
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-cp", System.getProperty("java.class.path"),
                FaultHost.class.getName(), jdbcUrl, user, outside.toString(), component.toString())
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile())).start());
        node.open.put(READY, new CompletableFuture<>());
        Thread listener = new Thread(node::listen, "fault-node");
        listener.setDaemon(true);
        listener.start();
        return node;
    }

    /** @return where its web applications are */
    URI awaitReady() throws InterruptedException {
        try {
            return URI.create(open.get(READY).get(START_SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("A node did not start; see its log", e);
        }
    }

    private void listen() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] parts = line.split("\t", 3);
                if (parts.length == 3 && FaultHost.ANSWER.equals(parts[0])) {
                    CompletableFuture<String> waiting = open.get(parts[1]);
                    if (waiting != null) {
                        waiting.complete(parts[2]);
                    }
                }
            }
        } catch (IOException e) {
            // it was killed: what is open fails below
        }
        open.values().forEach(waiting -> waiting.completeExceptionally(new IOException("killed")));
    }

    /** @return what it answered, empty when it was killed, was not up, or did not manage */
    Optional<String> ask(String... order) throws InterruptedException {
        String number = String.valueOf(numbers.incrementAndGet());
        CompletableFuture<String> answer = new CompletableFuture<>();
        open.put(number, answer);
        try {
            synchronized (orders) {
                orders.write(number + "\t" + String.join("\t", order) + "\n");
                orders.flush();
            }
            String text = process.isAlive() ? answer.get(ANSWER_SECONDS, TimeUnit.SECONDS) : "";
            return text.startsWith("ok\t") ? Optional.of(text.substring(3)) : Optional.empty();
        } catch (IOException | ExecutionException | TimeoutException e) {
            return Optional.empty();
        } finally {
            open.remove(number);
        }
    }

    /** As kill -9 does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
