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
package org.smsbilling.message;

/**
 * Keeps OFBiz's mail services from running what people typed: they expand ${...} in subjects and texts, scripts included, and more than once
 * (EmailServices.sendMailFromScreen and sendMail).
 */
public final class MailWords {

    private static final String EXPRESSION = "${";

    private MailWords() { }

    /** @return text that a mail reader shows as it was */
    public static String html(String html) {
        return html.replace(EXPRESSION, "&#36;{");
    }

    /** @return a subject, of which no expression is left to expand */
    public static String subject(String subject) {
        return subject.replace(EXPRESSION, "$ {");
    }
}
