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
/* What the dialogs share: opening, closing by button and click beside, the question with Continue, More Details. */
window.SmsBilling = window.SmsBilling || {};

(function (smsBilling) {
    "use strict";

    /** The elements of a dialog by the names in its data-part attributes. */
    smsBilling.parts = function (dialog) {
        const parts = {};
        dialog.querySelectorAll("[data-part]").forEach(element => { parts[element.dataset.part] = element; });
        return parts;
    };

    /** "sent on {date}" with the values put in. */
    smsBilling.fill = function (text, values) {
        return text.replace(/\{(\w+)\}/g, (whole, name) => name in values ? values[name] : whole);
    };

    /** Who works with the keyboard goes on where one was, although the button of before is gone or was disabled: to the first that is there. */
    smsBilling.focusIfLost = function (...elements) {
        const next = elements.find(element => element && element.isConnected && !element.disabled);
        if (next && (!document.activeElement || document.activeElement === document.body)) {
            next.focus();
        }
    };

    /** Asks before something happens; resolves to whether the user said yes. */
    smsBilling.confirm = function (title, question, yes) {
        const dialog = document.getElementById("smsb-confirm");
        document.getElementById("smsb-confirm-title").textContent = title;
        document.getElementById("smsb-confirm-question").textContent = question;
        const button = dialog.querySelector("[data-smsb-yes]");
        button.textContent = yes;
        return new Promise(resolve => {
            button.onclick = () => dialog.close("yes");
            dialog.onclose = () => resolve(dialog.returnValue === "yes");
            dialog.returnValue = "";
            dialog.showModal();
            dialog.querySelector("[data-smsb-close]").focus();
        });
    };

    /** More Details of one message. */
    smsBilling.showDetails = async function (messageId) {
        const dialog = document.getElementById("smsb-details");
        const part = smsBilling.parts(dialog);
        part.content.hidden = true;
        part.error.textContent = "";
        part.progress.textContent = dialog.dataset.textLoading;
        dialog.showModal();
        try {
            const details = (await smsBilling.post("getSmsMessageDetails", { messageId })).details;
            dialog.querySelectorAll("[data-value]").forEach(element => {
                const value = details[element.dataset.value];
                element.textContent = value === undefined || value === null ? "" : value;
            });
            dialog.querySelectorAll("[data-href-query]").forEach(link => {
                const query = details[link.dataset.hrefQuery];
                if (query) {
                    link.href = link.pathname + "?" + query;
                } else {
                    link.removeAttribute("href");
                }
            });
            dialog.querySelectorAll("dl dd").forEach(fact => {
                fact.hidden = !fact.textContent.trim();
                fact.previousElementSibling.hidden = fact.hidden;
            });
            part.content.hidden = false;
        } catch (e) {
            part.error.textContent = smsBilling.explain(e);
        }
        part.progress.textContent = "";
    };

    document.addEventListener("click", event => {
        const dialog = event.target.closest("dialog.smsb-dialog");
        if (dialog && event.target.closest("[data-smsb-close]")) {
            dialog.close();
        }
    });
}(window.SmsBilling));
