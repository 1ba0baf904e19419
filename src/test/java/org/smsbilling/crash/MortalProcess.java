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
package org.smsbilling.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A JVM of its own that plays {@link MortalHost}: it is told what to do line by line, and can be killed at any moment. */
final class MortalProcess implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 120;
    private static final int REMEMBERED = 60;
    private static final String END = "end";

    private final Process process;
    private final Writer orders;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final Deque<String> said = new ArrayDeque<>();

    /** Starts it and waits until it is ready. */
    static MortalProcess start(String jdbcUrl, URI outside) {
        try {
            MortalProcess started = new MortalProcess(new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx384m", "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-cp", System.getProperty("java.class.path"),
                    MortalHost.class.getName(), jdbcUrl, outside.toString()).redirectErrorStream(true).start());
            started.answer();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MortalProcess(Process process) {
        this.process = process;
        this.orders = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
        Thread listener = new Thread(this::listen, "crash-listener");
        listener.setDaemon(true);
        listener.start();
    }

    private void listen() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(MortalHost.ANSWER)) {
                    answers.add(line);
                } else {
                    remember(line);
                }
            }
        } catch (IOException e) {
            remember(e.toString());
        }
        answers.add(END);
    }

    private synchronized void remember(String line) {
        said.addLast(line);
        if (said.size() > REMEMBERED) {
            said.removeFirst();
        }
    }

    private synchronized String lastWords() {
        return String.join("\n", said);
    }

    /** Tells it something without waiting for an answer, which may never come. */
    void tell(String... order) {
        try {
            orders.write(String.join("\t", order) + "\n");
            orders.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("It has ended: " + lastWords(), e);
        }
    }

    /** @return its answer, without the mark */
    String ask(String... order) {
        tell(order);
        return answer();
    }

    private String answer() {
        try {
            String answer = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (answer == null || answer.equals(END) || answer.startsWith(MortalHost.FAILURE)) {
                throw new IllegalStateException("No answer but " + answer + " after:\n" + lastWords());
            }
            return answer.substring(MortalHost.ANSWER.length());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits for it to end by itself. @return what it ended with */
    int ended() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("It lives on:\n" + lastWords());
        }
        return process.exitValue();
    }

    /** Kills it as kill -9 does, and waits until it is gone. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        ended();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
