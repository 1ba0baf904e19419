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
/* The page of an organization: Disconnect waits for its tick. Without scripts the server asks for the confirmation. */
(function () {
    "use strict";

    document.addEventListener("DOMContentLoaded", () => {
        document.querySelectorAll("[data-smsb-needs]").forEach(button => {
            const tick = document.getElementById(button.dataset.smsbNeeds);
            const follow = () => { button.disabled = !tick.checked; };
            tick.addEventListener("change", follow);
            follow();
        });
        document.querySelectorAll("[data-smsb-into]").forEach(chooser => chooser.addEventListener("change", () => {
            const file = chooser.files[0];
            if (file) {
                file.text().then(text => {
                    const into = document.getElementById(chooser.dataset.smsbInto);
                    into.value = text;
                    into.dispatchEvent(new Event("input", { bubbles: true }));
                });
            }
        }));
        document.querySelectorAll("form[data-smsb-once]").forEach(form => form.addEventListener("submit", event => {
            window.setTimeout(() => event.defaultPrevented || form.querySelectorAll("button").forEach(button => {
                button.disabled = true;
                button.textContent = form.dataset.smsbOnce;
            }), 0);
        }));
    });
}());
