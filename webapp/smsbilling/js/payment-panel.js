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
/* The panel on the page of a payment: thanks, void and refund, and fetching it again when something has happened. */
window.SmsBilling = window.SmsBilling || {};

(function (smsBilling) {
    "use strict";

    const root = () => document.getElementById("smsb");

    function announce(text) {
        document.getElementById("smsb-announcement").textContent = text;
    }

    async function refresh() {
        const panel = await smsBilling.fragment("PaymentSmsPanel", { paymentId: root().dataset.paymentId }, "smsb-panel");
        if (panel) {
            document.getElementById("smsb-panel-place").replaceChildren(document.adoptNode(panel));
        }
    }

    function reverse(parameters) {
        return smsBilling.post("reverseSmsPayment", Object.assign({ paymentId: root().dataset.paymentId, confirmed: "Y" }, parameters));
    }

    /** OFBiz's own part of the page shows the payment as it was: after a change the whole page is loaded again. */
    async function changed(answer) {
        announce(answer.outcome.text);
        if (answer.outcome.reversalState === "POSTED") {
            window.location.assign(root().dataset.page);
        } else {
            await refresh();
            tell(answer.outcome.text);
            smsBilling.focusIfLost(document.querySelector("[data-smsb-refund]"), document.querySelector("[data-smsb-void]"));
        }
    }

    function tell(text) {
        const place = document.getElementById("smsb-outcome");
        place.textContent = text;
        place.hidden = !text;
    }

    async function makeVoid(link) {
        const words = link.dataset;
        tell("");
        if (await smsBilling.confirm(words.title, words.question, words.yes)) {
            try {
                await changed(await reverse({ kind: "VOID" }));
            } catch (e) {
                tell(smsBilling.explain(e));
            }
        }
        if (link.isConnected) {
            link.focus();
        }
    }

    /** Whoever was thanked already is thanked again only after a question. */
    async function thank(link) {
        const words = link.dataset;
        tell("");
        if (!words.question || await smsBilling.confirm(words.title, words.question, words.yes)) {
            try {
                const answer = await smsBilling.post("sendPaymentThankYouSms",
                    { paymentId: root().dataset.paymentId, confirmed: words.question ? "Y" : "N" });
                await refresh();
                announce(answer.outcomeText);
            } catch (e) {
                tell(smsBilling.explain(e));
            }
        }
        const again = document.querySelector("[data-smsb-thank]");
        if (again) {
            again.focus();
        }
    }

    function openRefund(link) {
        const dialog = document.getElementById("smsb-refund");
        const part = smsBilling.parts(dialog);
        const amount = document.getElementById("smsb-refund-amount");
        const form = dialog.querySelector("form");
        amount.value = link.dataset.refundable;
        amount.removeAttribute("aria-invalid");
        part.left.textContent = link.dataset.refundableText;
        part.error.textContent = "";
        part.progress.textContent = "";
        part.refund.disabled = false;
        form.onsubmit = async event => {
            event.preventDefault();
            if (part.refund.disabled) {
                return;
            }
            part.error.textContent = "";
            part.progress.textContent = part.progress.dataset.text;
            part.refund.disabled = true;
            try {
                const answer = await reverse({ kind: "REFUND", amount: amount.value, reopenInvoice: form.elements.reopen.value });
                dialog.close();
                await changed(answer);
            } catch (e) {
                part.error.textContent = smsBilling.explain(e);
                part.refund.disabled = false;
                amount.setAttribute("aria-invalid", "true");
                amount.focus();
            }
            part.progress.textContent = "";
        };
        dialog.showModal();
        amount.focus();
        amount.select();
    }

    document.addEventListener("DOMContentLoaded", () => {
        if (!root()) {
            return;
        }
        root().addEventListener("click", event => {
            const makeVoidLink = event.target.closest("[data-smsb-void]");
            const refundLink = event.target.closest("[data-smsb-refund]");
            const thankLink = event.target.closest("[data-smsb-thank]");
            if (thankLink) {
                event.preventDefault();
                return thank(thankLink);
            }
            if (makeVoidLink || refundLink) {
                event.preventDefault();
                return makeVoidLink ? makeVoid(makeVoidLink) : openRefund(refundLink);
            }
            return null;
        });
        root().addEventListener("keydown", event => {
            if (event.key === " " && event.target.closest("a[role=button]")) {
                event.preventDefault();
                event.target.click();
            }
        });
    });
}(window.SmsBilling));
