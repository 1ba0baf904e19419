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

/** Root of OFBiz's checked exceptions; its message tells the nested one's as well. */
public class GeneralException extends Exception {

    private static final long serialVersionUID = 1L;

    public GeneralException() {
        super();
    }

    public GeneralException(String msg) {
        super(msg);
    }

    public GeneralException(String msg, Throwable nested) {
        super(msg, nested);
    }

    public GeneralException(Throwable nested) {
        super(nested);
    }

    public final String getNonNestedMessage() {
        return super.getMessage();
    }

    @Override
    public final String getMessage() {
        Throwable nested = getCause();
        if (nested == null) {
            return super.getMessage();
        }
        String own = super.getMessage() == null ? "" : super.getMessage();
        return nested.getMessage() == null ? own : own + " (" + nested.getMessage() + ")";
    }
}
