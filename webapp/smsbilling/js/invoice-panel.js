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
/* The panel on the invoice page: its buttons, the countdown, and fetching it again when something has happened. */
window.SmsBilling = window.SmsBilling || {};

(function (smsBilling) {
    "use strict";

    const PAGE = 5;
    let renderedAt = Date.now();
    let refreshing = null;

    function announce(text) {
        document.getElementById("smsb-announcement").textContent = text;
    }

    /** A form that the user has opened in the panel stays as it is. */
    function filling() {
        return document.querySelector(".smsb-reminders details[open]") !== null;
    }

    async function refresh() {
        const root = document.getElementById("smsb");
        refreshing = refreshing || smsBilling.fragment("InvoiceSmsPanel", { invoiceId: root.dataset.invoiceId }, "smsb-panel");
        try {
            const panel = await refreshing;
            if (panel && !filling()) {
                keepFocus(root, () => document.getElementById("smsb-panel-place").replaceChildren(document.adoptNode(panel)));
                renderedAt = Date.now();
                tick();
            }
        } catch (e) {
            smsBilling.explain(e);
        }
        refreshing = null;
    }

    smsBilling.refreshPanel = refresh;

    /** Focus that was on a button of the old panel goes to the same button of the new one. */
    function keepFocus(root, replace) {
        const focused = document.activeElement;
        const names = ["data-smsb-send", "data-smsb-expire", "data-smsb-details", "data-smsb-more"];
        const name = names.find(candidate => focused && focused.hasAttribute(candidate));
        const selector = name && "[" + name + "='" + window.CSS.escape(focused.getAttribute(name)) + "']";
        replace();
        if (selector && !document.querySelector("dialog[open]")) {
            (root.querySelector(selector) || root.querySelector("[data-smsb-send]") || document.body).focus();
        }
    }

    /** Counts by the server's clock: its time at rendering, plus what has passed since. */
    function tick() {
        const timer = document.querySelector("[data-smsb-expires]");
        if (!timer) {
            return;
        }
        const now = Number(timer.dataset.smsbNow) + Date.now() - renderedAt;
        const left = Math.floor((Number(timer.dataset.smsbExpires) - now) / 1000);
        if (left <= 0) {
            timer.removeAttribute("data-smsb-expires");
            refresh();
            return;
        }
        const two = number => String(number).padStart(2, "0");
        timer.textContent = Math.floor(left / 86400) + " " + timer.dataset.days + " " + two(Math.floor(left / 3600) % 24) + " " + timer.dataset.hours
            + " " + two(Math.floor(left / 60) % 60) + " " + timer.dataset.minutes + " " + two(left % 60) + " " + timer.dataset.seconds;
    }

    async function expire(button) {
        const words = button.dataset;
        if (!await smsBilling.confirm(words.title, words.question, words.yes)) {
            return;
        }
        button.disabled = true;
        try {
            await smsBilling.post("expireSmsPayLink", { invoiceId: document.getElementById("smsb").dataset.invoiceId, confirmed: "Y" });
            await refresh();
            announce(words.done);
            smsBilling.focusIfLost(document.querySelector("[data-smsb-send]"), document.querySelector("#smsb-panel [role=button]"));
        } catch (e) {
            button.disabled = false;
            smsBilling.focusIfLost(button);
            tell(button, smsBilling.explain(e));
        }
    }

    /** Puts a failure beside the button that caused it. */
    function tell(button, text) {
        const place = button.parentElement.querySelector(".smsb-error") || button.parentElement.appendChild(document.createElement("p"));
        place.className = "smsb-error";
        place.setAttribute("role", "alert");
        place.textContent = text;
    }

    function showMore(button) {
        const rows = button.closest(".screenlet").querySelectorAll("tbody tr[hidden]");
        Array.from(rows).slice(0, PAGE * 2).forEach(row => { row.hidden = false; });
        rows[0].querySelector("button, td").focus();
        button.hidden = rows.length <= PAGE * 2;
    }

    document.addEventListener("DOMContentLoaded", () => {
        const root = document.getElementById("smsb");
        if (!root) {
            return;
        }
        const sendText = new smsBilling.SendText(document.getElementById("smsb-send"), refresh);
        root.addEventListener("click", event => {
            const on = name => event.target.closest("[data-smsb-" + name + "]");
            if (on("send")) {
                event.preventDefault();
                sendText.open();
            } else if (on("expire")) {
                expire(on("expire"));
            } else if (on("details")) {
                smsBilling.showDetails(on("details").dataset.smsbDetails);
            } else if (on("more")) {
                showMore(on("more"));
            }
        });
        root.addEventListener("keydown", event => {
            if (event.key === " " && event.target.closest("a[role=button]")) {
                event.preventDefault();
                event.target.click();
            }
        });
        document.addEventListener("visibilitychange", () => {
            if (document.visibilityState === "visible" && !document.querySelector("dialog[open]") && !filling()) {
                refresh();
            }
        });
        window.setInterval(tick, 1000);
        tick();
    });
}(window.SmsBilling));
