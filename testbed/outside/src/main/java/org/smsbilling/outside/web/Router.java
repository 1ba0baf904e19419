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
package org.smsbilling.outside.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds who answers a request, by method and path. Routes are added before the server starts. */
public final class Router {
    private record Route(String method, Pattern path, List<String> names, Function<Call, Answer> handler) { }

    private final List<Route> routes = new ArrayList<>();

    /** @param path literal text with names in braces, each of which matches everything up to the next slash; ".json" may follow it */
    public Router add(String method, String path, Function<Call, Answer> handler) {
        List<String> names = new ArrayList<>();
        Matcher parts = Pattern.compile("\\{(\\w+)}").matcher(path);
        StringBuilder regex = new StringBuilder();
        int end = 0;
        while (parts.find()) {
            regex.append(Pattern.quote(path.substring(end, parts.start()))).append("([^/]+?)");
            names.add(parts.group(1));
            end = parts.end();
        }
        regex.append(Pattern.quote(path.substring(end)));
        routes.add(new Route(method, Pattern.compile(regex.toString()), names, handler));
        return this;
    }

    Answer route(Call call) {
        boolean known = false;
        for (Route route : routes) {
            Matcher matcher = route.path().matcher(call.path());
            if (matcher.matches()) {
                known = true;
                if (route.method().equals(call.method())) {
                    return route.handler().apply(call.withPathValues(values(route, matcher)));
                }
            }
        }
        return ErrorAnswers.of(known ? 405 : 404, call);
    }

    private static Map<String, String> values(Route route, Matcher matcher) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < route.names().size(); i++) {
            values.put(route.names().get(i), matcher.group(i + 1));
        }
        return values;
    }
}
