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
package org.apache.ofbiz.common;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.ofbiz.base.util.UtilHttp;
import org.smsbilling.testbed.web.SecurityHeaders;

/** The request "json": what an event left in the request's attributes, as JSON. */
public final class CommonEvents {

    private static final Set<String> NOT_SENT = Set.of("_CONTEXT_ROOT_", "_FORWARDED_FROM_SERVLET_", "multiPartMap", "targetRequestUri",
            "_SERVER_ROOT_URL_", "_CONTROL_PATH_", "thisRequestUri", "userLogin", "requestMapMap");

    private CommonEvents() { }

    /** Answers a GET with // before the JSON, as OFBiz does against cross-site inclusion: scripts post. */
    public static String jsonResponseFromRequestAttributes(HttpServletRequest request, HttpServletResponse response) {
        Map<String, Object> attributes = new HashMap<>(UtilHttp.getAttributeMap(request));
        attributes.keySet().removeIf(name -> NOT_SENT.contains(name) || name.startsWith("jakarta.") || name.startsWith("org.apache."));
        try {
            String json = new ObjectMapper().writeValueAsString(plain(attributes));
            byte[] body = ("GET".equalsIgnoreCase(request.getMethod()) ? "//" + json : json).getBytes(StandardCharsets.UTF_8);
            response.setContentType("application/json;charset=UTF-8");
            response.setContentLength(body.length);
            SecurityHeaders.set(response, null);
            response.getOutputStream().write(body);
            return "success";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            return "error";
        }
    }

    /** Only texts, numbers, truth values, timestamps, maps and lists are sent; anything else becomes null in a list and is left out of a map. */
    private static Object plain(Object value) {
        if (value instanceof Timestamp) {
            return value.toString();
        }
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Map) {
            Map<String, Object> plain = new HashMap<>();
            for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
                plain.put(String.valueOf(entry.getKey()), plain(entry.getValue()));
            }
            plain.values().removeIf(Objects::isNull);
            return plain;
        }
        return value instanceof List ? ((List<?>) value).stream().map(CommonEvents::plain).toList() : null;
    }
}
