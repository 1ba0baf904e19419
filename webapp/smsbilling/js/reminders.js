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
/* The invoice page's reminders: pause, go on, send one now. */
window.SmsBilling = window.SmsBilling || {};

(function (smsBilling) {
    "use strict";

    const REQUESTS = { smsbPause: "pauseSmsReminders", smsbResume: "resumeSmsReminders", smsbRemind: "sendSmsReminder" };

    function tell(form, text) {
        const place = form.querySelector(".smsb-error") || form.appendChild(document.createElement("p"));
        place.className = "smsb-error";
        place.setAttribute("role", "alert");
        place.textContent = text;
    }

    async function submit(form, request) {
        const button = form.querySelector("button");
        const parameters = Object.fromEntries(new FormData(form));
        parameters.invoiceId = document.getElementById("smsb").dataset.invoiceId;
        if (form.dataset.occurrence) {
            parameters.occurrence = form.dataset.occurrence;
        }
        button.disabled = true;
        try {
            const answer = await smsBilling.post(request, parameters);
            document.querySelectorAll(".smsb-reminders details[open]").forEach(opened => { opened.open = false; });
            await smsBilling.refreshPanel();
            document.getElementById("smsb-announcement").textContent = answer._EVENT_MESSAGE_ || "";
            smsBilling.focusIfLost(document.querySelector("[data-smsb-resume] button"), document.querySelector(".smsb-reminders summary"),
                document.querySelector(".smsb-reminders button"));
        } catch (e) {
            button.disabled = false;
            smsBilling.focusIfLost(button);
            tell(form, smsBilling.explain(e));
        }
    }

    document.addEventListener("submit", event => {
        const name = Object.keys(REQUESTS).find(key => key in event.target.dataset);
        if (name) {
            event.preventDefault();
            submit(event.target, REQUESTS[name]);
        }
    });
}(window.SmsBilling));
