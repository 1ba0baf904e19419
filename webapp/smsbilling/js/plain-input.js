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
/*
 * OFBiz's filter answers every request with a less-than sign in a parameter with an error page. Where people type, the browser says so at the
 * field, before anything is sent. The words are those of the page: data-text-less-than.
 */
(function () {
    "use strict";

    const FIELDS = "input, textarea";

    function check(field) {
        const words = field.closest("[data-text-less-than]");
        if (words && field.willValidate) {
            field.setCustomValidity(field.value.includes("<") ? words.dataset.textLessThan : "");
        }
    }

    document.addEventListener("input", event => event.target.matches(FIELDS) && check(event.target));
    document.addEventListener("DOMContentLoaded", () => document.querySelectorAll(FIELDS).forEach(check));
}());
