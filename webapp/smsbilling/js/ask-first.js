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
/* Forms that ask before they do what cannot be taken back: data-smsb-ask, -question and -yes are the words. */
(function (smsBilling) {
    "use strict";

    function askFirst(form) {
        form.addEventListener("submit", async event => {
            if (!form.dataset.smsbSure) {
                event.preventDefault();
                if (await smsBilling.confirm(form.dataset.smsbAsk, form.dataset.smsbQuestion, form.dataset.smsbYes)) {
                    form.dataset.smsbSure = "Y";
                    form.requestSubmit();
                }
            }
        });
    }

    document.addEventListener("DOMContentLoaded", () => document.querySelectorAll("form[data-smsb-ask]").forEach(askFirst));
}(window.SmsBilling));
