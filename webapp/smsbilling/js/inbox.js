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
/* The inbox: the newest text is in sight, and an answer is measured while it is typed. Without scripts everything else works. */
(function () {
    "use strict";

    const MEASURE_DELAY = 300;

    document.addEventListener("DOMContentLoaded", () => {
        const thread = document.querySelector(".smsb-thread");
        const reply = document.getElementById("smsb-reply");
        if (thread) {
            thread.scrollTop = thread.scrollHeight;
        }
        if (!reply) {
            return;
        }
        const size = document.getElementById("smsb-reply-size");
        const conversationId = reply.closest("[data-conversation-id]").dataset.conversationId;
        let timer = 0;
        let measured = 0;

        async function measure() {
            const mine = ++measured;
            const replyText = reply.value;
            try {
                const text = replyText.trim() ? (await window.SmsBilling.post("measureSmsAnswer", { conversationId, replyText })).sizeText : "";
                if (mine === measured) {
                    size.textContent = text;
                }
            } catch (e) {
                size.textContent = window.SmsBilling.explain(e);
            }
        }

        reply.addEventListener("input", () => {
            window.clearTimeout(timer);
            timer = window.setTimeout(measure, MEASURE_DELAY);
        });
        if (reply.value) {
            measure();
        }
    });
}());
