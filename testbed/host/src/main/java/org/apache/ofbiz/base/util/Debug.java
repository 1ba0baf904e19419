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
package org.apache.ofbiz.base.util;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;

/** OFBiz's logger: the module is the logger's name, parameters are put in by {@link String#format}. */
public final class Debug {

    private Debug() { }

    private static void log(Level level, Throwable t, String msg, String module, Object... params) {
        String text = params.length == 0 || msg == null ? msg : String.format(msg, params);
        LogManager.getLogger(module == null ? "org.apache.ofbiz" : module).log(level, text, t);
    }

    public static void logVerbose(String msg, String module, Object... params) {
        log(Level.DEBUG, null, msg, module, params);
    }

    public static void logVerbose(Throwable t, String msg, String module) {
        log(Level.DEBUG, t, msg, module);
    }

    public static void logInfo(String msg, String module, Object... params) {
        log(Level.INFO, null, msg, module, params);
    }

    public static void logInfo(Throwable t, String module) {
        log(Level.INFO, t, null, module);
    }

    public static void logInfo(Throwable t, String msg, String module, Object... params) {
        log(Level.INFO, t, msg, module, params);
    }

    public static void logWarning(String msg, String module, Object... params) {
        log(Level.WARN, null, msg, module, params);
    }

    public static void logWarning(Throwable t, String module) {
        log(Level.WARN, t, null, module);
    }

    public static void logWarning(Throwable t, String msg, String module, Object... params) {
        log(Level.WARN, t, msg, module, params);
    }

    public static void logError(String msg, String module, Object... params) {
        log(Level.ERROR, null, msg, module, params);
    }

    public static void logError(Throwable t, String module) {
        log(Level.ERROR, t, null, module);
    }

    public static void logError(Throwable t, String msg, String module, Object... params) {
        log(Level.ERROR, t, msg, module, params);
    }
}
