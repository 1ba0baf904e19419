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
package org.smsbilling.outside.twilio;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.smsbilling.outside.web.Call;
import org.smsbilling.outside.web.Forms;
import org.smsbilling.outside.web.Json;

/** Pages of a list, in the form of Twilio's 2010 interface. */
final class Pages {
    private static final int USUAL_SIZE = 50;
    private static final int LARGEST_SIZE = 1000;

    private Pages() { }

    static Map<String, Object> of(Call call, String name, List<Map<String, Object>> all) {
        Map<String, String> query = call.query();
        int size = Math.min(number(query.get("PageSize"), USUAL_SIZE), LARGEST_SIZE);
        int page = number(query.get("Page"), 0);
        int start = Math.min(page * size, all.size());
        int end = Math.min(start + size, all.size());
        return Json.map("first_page_uri", uri(call, 0, size), "end", Math.max(end - 1, 0), "previous_page_uri",
                page == 0 ? null : uri(call, page - 1, size), name, all.subList(start, end), "uri", uri(call, page, size), "page_size", size,
                "start", start, "next_page_uri", end < all.size() ? uri(call, page + 1, size) : null, "page", page);
    }

    private static int number(String text, int otherwise) {
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("\\d{1,6}")) {
            throw Gate.refused(20001, "Invalid page");
        }
        return Math.max(Integer.parseInt(text), otherwise == 0 ? 0 : 1);
    }

    private static String uri(Call call, int page, int size) {
        Map<String, String> query = new LinkedHashMap<>(call.query());
        query.put("PageSize", String.valueOf(size));
        query.put("Page", String.valueOf(page));
        return call.path() + "?" + Forms.encode(query);
    }
}
