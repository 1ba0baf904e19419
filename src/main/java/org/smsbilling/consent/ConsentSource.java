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
package org.smsbilling.consent;

/** How the organization came to know of a consent or of its end. */
public enum ConsentSource {
    /** A form that the customer filled in. */
    FORM,
    /** A clerk recorded what the customer said. */
    CLERK,
    /** The customer answered STOP, START or alike. */
    KEYWORD,
    /** The carrier refused the number. */
    CARRIER_ERROR,
    IMPORT
}
