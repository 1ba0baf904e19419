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
package org.smsbilling.ofbiz;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that delivers nothing and takes everything, but for people of unknown.invalid. */
final class MailSink implements AutoCloseable {

    /** @param to addresses as the sender gave them. @param source header and body, as they came */
    record Mail(List<String> to, String source) { }

    private final ServerSocket server;
    private final List<Mail> mails = new CopyOnWriteArrayList<>();

    private MailSink(ServerSocket server) {
        this.server = server;
    }

    static MailSink start() throws IOException {
        MailSink sink = new MailSink(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        Thread thread = new Thread(sink::listen, "mail-sink");
        thread.setDaemon(true);
        thread.start();
        return sink;
    }

    int port() {
        return server.getLocalPort();
    }

    /** @return in the order in which they came */
    List<Mail> to(String address) {
        return mails.stream().filter(mail -> mail.to().contains(address)).toList();
    }

    private void listen() {
        try {
            while (true) {
                Socket client = server.accept();
                Thread thread = new Thread(() -> talk(client), "mail-sink-client");
                thread.setDaemon(true);
                thread.start();
            }
        } catch (SocketException e) {
            // closed
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void talk(Socket client) {
        try (client; BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1))) {
            answer(client, "220 mail sink");
            List<String> to = new ArrayList<>();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String command = line.toUpperCase(Locale.ROOT);
                if (command.startsWith("RCPT TO:") && command.contains("@UNKNOWN.INVALID")) {
                    answer(client, "550 no such user");
                    continue;
                } else if (command.startsWith("RCPT TO:")) {
                    to.add(line.substring(line.indexOf('<') + 1, line.indexOf('>')));
                } else if (command.startsWith("DATA")) {
                    answer(client, "354 go on");
                    mails.add(new Mail(List.copyOf(to), body(in)));
                    to.clear();
                }
                answer(client, command.startsWith("QUIT") ? "221 bye" : "250 ok");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String body(BufferedReader in) throws IOException {
        StringBuilder body = new StringBuilder();
        for (String line = in.readLine(); line != null && !".".equals(line); line = in.readLine()) {
            body.append(line).append('\n');
        }
        return body.toString();
    }

    private static void answer(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
