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
package org.smsbilling.testbed.web.widget;

import java.util.AbstractMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Variables of a screen in levels, as OFBiz's MapStack: reads look outwards, writes stay in the level they are made in. */
public final class Scope extends AbstractMap<String, Object> {

    private final Map<String, Object> own = new HashMap<>();
    private final Scope outer;

    /** The outermost level, which screens know as globalContext. */
    public Scope() {
        this(null);
    }

    private Scope(Scope outer) {
        this.outer = outer;
    }

    /** A new level inside this one. */
    public Scope child() {
        return new Scope(this);
    }

    /** The outermost level. */
    public Scope global() {
        return outer == null ? this : outer.global();
    }

    @Override
    public Object get(Object key) {
        if ("context".equals(key)) {
            return this;
        }
        return own.containsKey(key) || outer == null ? own.get(key) : outer.get(key);
    }

    @Override
    public boolean containsKey(Object key) {
        return own.containsKey(key) || outer != null && outer.containsKey(key);
    }

    @Override
    public Object put(String key, Object value) {
        return own.put(key, value);
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        Map<String, Object> all = outer == null ? new HashMap<>() : new HashMap<>(outer);
        all.putAll(own);
        return all.entrySet();
    }
}
