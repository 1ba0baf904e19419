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
/* The dialog Send Text: from choosing a number to the carrier's answer. */
window.SmsBilling = window.SmsBilling || {};

(function (smsBilling) {
    "use strict";

    const OTHER = "other";
    const CHECK_DELAY = 350;
    const WAIT = 10000;
    const WAIT_ONCE = 2500;

    class SendText {

        constructor(dialog, afterwards) {
            this.dialog = dialog;
            this.part = smsBilling.parts(dialog);
            this.text = dialog.dataset;
            this.invoiceId = document.getElementById("smsb").dataset.invoiceId;
            this.afterwards = afterwards;
            this.checks = 0;
            dialog.querySelector("form").addEventListener("submit", event => {
                event.preventDefault();
                this.send();
            });
            this.part.to.addEventListener("change", () => this.choose());
            this.part.country.addEventListener("change", () => this.checkTyped());
            this.part.number.addEventListener("input", () => this.checkSoon());
            this.part.number.addEventListener("keydown", event => {
                if (event.key === "Enter") {
                    event.preventDefault();
                    this.checkTyped();
                }
            });
            this.part.allow.addEventListener("click", () => this.allow());
            this.part.reason.addEventListener("keydown", event => {
                if (event.key === "Enter") {
                    event.preventDefault();
                    this.allow();
                }
            });
            dialog.addEventListener("cancel", event => {
                if (this.busy) {
                    event.preventDefault();
                }
            });
            dialog.addEventListener("close", () => {
                this.checks++;
                smsBilling.focusIfLost(document.querySelector("[data-smsb-send]"), document.querySelector("#smsb-panel [role=button]"));
            });
        }

        async open() {
            this.busy = false;
            this.show("loading", this.text.textLoading);
            this.dialog.showModal();
            await this.load();
        }

        /** Fetches everything afresh, so that what is shown is what would be sent now. */
        async load(number) {
            const check = ++this.checks;
            try {
                const answer = await smsBilling.post("prepareInvoiceSms", Object.assign({ invoiceId: this.invoiceId }, number));
                if (check === this.checks) {
                    this.fillNumbers(answer.dialog);
                    this.take(answer.dialog);
                    this.show("entry");
                    this.part.to.focus();
                }
            } catch (e) {
                if (check === this.checks) {
                    this.show("failed", smsBilling.explain(e));
                }
            }
        }

        /** Which of its states the dialog shows: loading, entry, sending (which cannot be called back), failed or done. */
        show(state, text) {
            this.dialog.dataset.state = state;
            this.part.entry.hidden = state !== "entry";
            this.part.progress.textContent = state === "entry" || state === "failed" ? "" : text;
            this.part.error.textContent = state === "failed" ? text : "";
            this.part.send.hidden = state !== "entry";
            this.part.cancel.hidden = state !== "entry" && state !== "loading";
            this.part.done.hidden = state !== "failed" && state !== "done";
            this.part.close.disabled = state === "sending";
        }

        fillNumbers(dialog) {
            const options = dialog.recipients.map(recipient => {
                const who = [recipient.name, recipient.purpose].filter(Boolean).join(", ");
                const option = new Option([recipient.display, who, recipient.usable ? "" : recipient.whyNot].filter(Boolean).join(" – "),
                    recipient.contactNumber);
                option.disabled = !recipient.usable && !recipient.unusable;
                return option;
            });
            options.push(new Option(this.text.textOther, OTHER));
            this.part.to.replaceChildren(...options);
            this.part.to.value = dialog.contactNumber;
            const listed = dialog.contactNumber && this.part.to.value === dialog.contactNumber;
            this.part.to.value = listed ? dialog.contactNumber : OTHER;
            this.part.country.replaceChildren(...dialog.countries.map(country =>
                new Option(country.name + " (" + country.dialCode + ")", country.countryCode)));
            this.part.country.value = dialog.countryCode;
            this.part.number.value = listed ? "" : dialog.contactNumber || "";
            this.part.other.hidden = this.part.to.value !== OTHER;
        }

        /** Shows what the server says about the chosen number. */
        take(dialog) {
            this.prepared = dialog;
            this.part.message.textContent = dialog.message || "";
            const segments = dialog.segments === 1 ? this.text.textSegment : smsBilling.fill(this.text.textSegments, { count: dialog.segments });
            const price = dialog.priceText && smsBilling.fill(this.text.textPrice, { price: dialog.priceText });
            this.part.size.textContent = dialog.segments ? [segments, dialog.encoding, price].filter(Boolean).join(" · ") : "";
            this.part.sender.textContent = dialog.sender || "";
            this.part.later.textContent = dialog.willSendAtText || "";
            this.part.later.hidden = !dialog.willSendAtText;
            this.part.error.textContent = dialog.canSend ? "" : dialog.whyNot;
            const typed = this.part.to.value === OTHER;
            const empty = typed && !this.part.number.value.trim();
            const good = Boolean(dialog.contactNumber) && !dialog.numberError && !empty;
            this.part.number.setAttribute("aria-invalid", String(typed && !empty && !good));
            this.status(empty ? "" : dialog.numberError || (typed && good ? this.good(dialog) : ""), !empty && !good);
            this.part.reachable.hidden = empty || !dialog.unusable;
            this.part.send.disabled = !(dialog.canSend && good);
        }

        good(dialog) {
            return smsBilling.fill(this.text.textNumberGood, { number: dialog.numberDisplay || dialog.contactNumber });
        }

        status(text, bad) {
            this.part.numberStatus.textContent = text;
            this.part.numberStatus.classList.toggle("smsb-bad", Boolean(bad));
        }

        choose() {
            const typed = this.part.to.value === OTHER;
            this.part.other.hidden = !typed;
            if (typed) {
                this.part.number.focus();
                this.checkTyped();
            } else {
                this.check({ contactNumber: this.part.to.value });
            }
        }

        checkSoon() {
            window.clearTimeout(this.timer);
            this.checks++;
            this.part.send.disabled = true;
            this.timer = window.setTimeout(() => this.checkTyped(), CHECK_DELAY);
        }

        checkTyped() {
            window.clearTimeout(this.timer);
            const contactNumber = this.part.number.value.trim();
            if (contactNumber) {
                this.check({ contactNumber, countryCode: this.part.country.value });
            } else {
                this.checks++;
                this.status("", false);
                this.part.number.setAttribute("aria-invalid", "false");
                this.part.send.disabled = true;
            }
        }

        async check(number) {
            const check = ++this.checks;
            this.part.send.disabled = true;
            this.status(this.text.textChecking, false);
            try {
                const answer = await smsBilling.post("prepareInvoiceSms", Object.assign({ invoiceId: this.invoiceId }, number));
                if (check === this.checks) {
                    this.take(answer.dialog);
                }
            } catch (e) {
                if (check === this.checks) {
                    this.status(smsBilling.explain(e), true);
                }
            }
        }

        /** A person knows better than the carrier, and says why. */
        async allow() {
            const reason = this.part.reason.value.trim();
            if (!reason) {
                this.status(this.text.textReason, true);
                this.part.reason.setAttribute("aria-invalid", "true");
                this.part.reason.focus();
                return;
            }
            const contactNumber = this.prepared.contactNumber;
            this.part.allow.disabled = true;
            try {
                await smsBilling.post("allowInvoiceSmsNumber", { organizationPartyId: this.prepared.organizationPartyId, contactNumber, reason });
                this.part.reason.value = "";
                this.part.reason.removeAttribute("aria-invalid");
                await this.load({ contactNumber });
                this.status(this.part.numberStatus.classList.contains("smsb-bad") ? this.part.numberStatus.textContent : this.text.textReachable,
                    this.part.numberStatus.classList.contains("smsb-bad"));
            } catch (e) {
                this.status(smsBilling.explain(e), true);
            }
            this.part.allow.disabled = false;
        }

        async send() {
            const prepared = this.prepared;
            if (this.busy || this.part.send.disabled || !prepared) {
                return;
            }
            this.busy = true;
            this.part.send.disabled = true;
            if (prepared.earlier && !await this.confirmed(prepared.earlier)) {
                this.busy = false;
                this.part.send.disabled = false;
                this.part.send.focus();
                return;
            }
            this.show("sending", this.text.textSending);
            try {
                const outcome = await this.outcome(await smsBilling.post("sendInvoiceSms", {
                    invoiceId: this.invoiceId,
                    contactNumber: prepared.contactNumber,
                    occurrence: prepared.occurrence,
                    confirmedResend: prepared.earlier ? "Y" : "N"
                }));
                this.show(outcome.finished && !outcome.success ? "failed" : "done", outcome.text || this.text.textPending);
                this.dialog.dataset.success = String(Boolean(outcome.success));
            } catch (e) {
                this.show("failed", smsBilling.explain(e));
            }
            this.busy = false;
            this.part.done.focus();
            this.afterwards();
        }

        confirmed(earlier) {
            const question = smsBilling.fill(this.text.textEarlier, { date: earlier.sentDateText, number: earlier.display, person: earlier.sentBy });
            return smsBilling.confirm(this.text.textEarlierTitle, question, this.text.textContinue);
        }

        /** Waits until the carrier has answered, but not longer than the user would. */
        async outcome(answer) {
            const deadline = performance.now() + WAIT;
            let outcome = answer.outcome || { text: "" };
            while (answer.messageId && !outcome.finished && performance.now() < deadline) {
                const waitMillis = Math.round(Math.max(0, Math.min(WAIT_ONCE, deadline - performance.now())));
                const begun = performance.now();
                outcome = (await smsBilling.post("getSmsMessageOutcome", { messageId: answer.messageId, waitMillis })).outcome;
                if (!outcome.finished && performance.now() - begun < 250) {
                    await new Promise(resolve => window.setTimeout(resolve, 500));
                }
            }
            return outcome;
        }
    }

    smsBilling.SendText = SendText;
}(window.SmsBilling));
