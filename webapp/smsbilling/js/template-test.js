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
/* "Send a test to myself": one text for each press of the button, however often the page has to ask. */
window.SmsBilling = window.SmsBilling || {};

(function (smsBilling) {
    "use strict";

    const PATIENCE = 30000;
    const newId = () => Array.from(crypto.getRandomValues(new Uint8Array(12)), byte => byte.toString(16).padStart(2, "0")).join("");

    async function outcome(messageId) {
        const end = performance.now() + PATIENCE;
        let answer = (await smsBilling.post("getSmsMessageOutcome", { messageId, waitMillis: 10000 })).outcome;
        while (!answer.finished && performance.now() < end) {
            answer = (await smsBilling.post("getSmsMessageOutcome", { messageId, waitMillis: 10000 })).outcome;
        }
        return answer;
    }

    smsBilling.sendTest = function (editor) {
        const part = editor.part;
        let testId = newId();
        let sending = false;

        function tell(text, className) {
            part.outcome.textContent = text;
            part.outcome.className = className;
        }

        part.test.addEventListener("submit", async event => {
            event.preventDefault();
            if (sending) {
                return;
            }
            sending = true;
            part.send.disabled = true;
            tell(editor.root.dataset.textSending, "smsb-progress");
            try {
                const sent = await smsBilling.post("sendSmsTemplateTest",
                    Object.assign(editor.draft(), { contactNumber: part.number.value, testId }));
                const result = await outcome(sent.messageId);
                testId = newId();
                tell(result.success ? editor.root.dataset.textSent : result.text, result.success ? "smsb-done" : "smsb-error");
            } catch (e) {
                tell(smsBilling.explain(e), "smsb-error");
            }
            part.send.disabled = false;
            smsBilling.focusIfLost(part.send);
            sending = false;
        });
    };
}(window.SmsBilling));
