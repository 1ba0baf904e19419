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
/* The invoice page's thanks for the payment that was applied last. */
window.SmsBilling = window.SmsBilling || {};

(function (smsBilling) {
    "use strict";

    /** Whoever was thanked already is thanked again only after a question. */
    async function thank(button) {
        const words = button.dataset;
        const problem = button.closest(".smsb-thanks").querySelector(".smsb-error");
        problem.hidden = true;
        if (words.question && !await smsBilling.confirm(words.title, words.question, words.yes)) {
            button.focus();
            return;
        }
        button.disabled = true;
        try {
            const answer = await smsBilling.post("sendPaymentThankYouSms", { paymentId: words.smsbThankPayment, confirmed: words.question ? "Y" : "N" });
            await smsBilling.refreshPanel();
            document.getElementById("smsb-announcement").textContent = answer.outcomeText;
            const again = document.querySelector("[data-smsb-thank-payment]");
            if (again) {
                again.focus();
            }
        } catch (e) {
            button.disabled = false;
            smsBilling.focusIfLost(button);
            problem.textContent = smsBilling.explain(e);
            problem.hidden = false;
        }
    }

    document.addEventListener("click", event => {
        const button = event.target.closest("[data-smsb-thank-payment]");
        if (button) {
            thank(button);
        }
    });
}(window.SmsBilling));
