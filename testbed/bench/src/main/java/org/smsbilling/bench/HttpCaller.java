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
package org.smsbilling.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

import javax.net.ssl.SSLSocketFactory;

/** One caller with one connection that stays open, as plain as can be: callers share the processors with what is measured. Not thread-safe. */
final class HttpCaller implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 60_000;
    private static final int BUFFER = 32_768;

    private Socket socket;
    private InputStream in;

    /** @param body or null. @return HTTP status, when the whole answer has come */
    int call(String method, URI address, Map<String, String> headers, byte[] body) throws IOException {
        boolean fresh = socket == null;
        try {
            return exchange(method, address, headers, body);
        } catch (IOException e) {
            close();
            if (fresh) {
                throw e;
            }
            // the server had closed a connection that was idle
            return exchange(method, address, headers, body);
        }
    }

    private int exchange(String method, URI address, Map<String, String> headers, byte[] body) throws IOException {
        if (socket == null) {
            boolean secure = "https".equals(address.getScheme());
            int port = address.getPort() > 0 ? address.getPort() : secure ? 443 : 80;
            socket = secure ? SSLSocketFactory.getDefault().createSocket(address.getHost(), port) : new Socket(address.getHost(), port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        }
        StringBuilder head = new StringBuilder(method).append(' ').append(address.getRawPath())
                .append(address.getRawQuery() == null ? "" : "?" + address.getRawQuery()).append(" HTTP/1.1\r\nHost: ")
                .append(address.getRawAuthority()).append("\r\n");
        headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append(body == null ? "\r\n" : "Content-Length: " + body.length + "\r\n\r\n");
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        if (body != null) {
            request.writeBytes(body);
        }
        request.writeTo(socket.getOutputStream());
        return answer();
    }

    private int answer() throws IOException {
        int status = Integer.parseInt(line().split(" ")[1]);
        long length = 0;
        boolean chunked = false;
        boolean last = false;
        for (String line = line(); !line.isEmpty(); line = line()) {
            String header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:")) {
                length = Long.parseLong(header.substring("content-length:".length()).strip());
            }
            chunked |= header.startsWith("transfer-encoding:") && header.contains("chunked");
            last |= header.startsWith("connection:") && header.contains("close");
        }
        if (chunked) {
            for (long size = chunk(); size > 0; size = chunk()) {
                in.skipNBytes(size + 2);
            }
            line();
        } else {
            in.skipNBytes(length);
        }
        if (last) {
            close();
        }
        return status;
    }

    private long chunk() throws IOException {
        return Long.parseLong(line().split(";")[0].strip(), 16);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The server closed the connection");
            } else if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
