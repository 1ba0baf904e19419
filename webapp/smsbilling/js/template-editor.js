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
/* The editor of a template: what becomes of the text is asked of the server while it is written, so that the preview is made as the messages are. */
window.SmsBilling = window.SmsBilling || {};

(function (smsBilling) {
    "use strict";

    const PAUSE = 300;

    function element(name, text, className) {
        const made = document.createElement(name);
        made.textContent = text;
        if (className) {
            made.className = className;
        }
        return made;
    }

    class TemplateEditor {
        constructor(root) {
            this.root = root;
            this.part = smsBilling.parts(root);
            this.fields = [this.part.body, this.part.subject].filter(Boolean);
            this.saved = this.fields.map(field => field.value);
            this.lastField = this.part.body;
            this.asked = 0;
            this.timer = null;
            this.fields.forEach(field => {
                field.addEventListener("input", () => this.changed());
                field.addEventListener("focus", () => { this.lastField = field; });
            });
            [this.part.with, this.part.country].filter(Boolean).forEach(choice => choice.addEventListener("change", () => this.refresh()));
            root.addEventListener("click", event => this.clicked(event));
            this.part.form.addEventListener("submit", event => {
                if (this.lessThan()) {
                    event.preventDefault();
                    event.stopImmediatePropagation();
                    this.refresh();
                }
            }, true);
            this.refresh();
        }

        /** What a request about the text needs. */
        draft() {
            const sample = this.part.with.selectedOptions[0];
            return Object.assign({
                organizationPartyId: this.root.dataset.organizationPartyId, messageType: this.root.dataset.messageType,
                channel: this.root.dataset.channel, localeString: this.root.dataset.localeString, body: this.part.body.value,
                subject: this.part.subject ? this.part.subject.value : "", countryCode: this.part.country ? this.part.country.value : ""
            }, sample.dataset.sample ? { sample: sample.value } : { invoiceId: sample.value });
        }

        changed() {
            const changed = this.fields.some((field, i) => field.value !== this.saved[i]);
            this.part.unsaved.textContent = changed ? this.root.dataset.textUnsaved : "";
            window.clearTimeout(this.timer);
            this.timer = window.setTimeout(() => this.refresh(), PAUSE);
        }

        /** OFBiz answers a request with a < in it with an error page, whatever it is for. */
        lessThan() {
            const field = this.fields.find(one => one.value.includes("<"));
            return field && { refused: true, field: field.name, text: this.root.dataset.textLessThan, position: field.value.indexOf("<"), length: 1 };
        }

        /** Of several answers only the one to the last question counts. */
        async refresh() {
            const question = ++this.asked;
            if (this.lessThan()) {
                this.show({ shown: false, findings: [this.lessThan()] });
                return;
            }
            this.part.shown.setAttribute("aria-busy", "true");
            try {
                const answer = await smsBilling.post("previewSmsTemplate", this.draft());
                if (question === this.asked) {
                    this.part.failure.textContent = "";
                    this.show(answer.preview);
                }
            } catch (e) {
                if (question === this.asked) {
                    this.part.failure.textContent = smsBilling.explain(e);
                }
            }
            this.part.shown.removeAttribute("aria-busy");
        }

        show(preview) {
            this.root.dataset.state = preview.shown ? "shown" : "unreadable";
            this.part.shown.replaceChildren();
            this.part.foreign.replaceChildren();
            this.part.size.textContent = "";
            this.part.shownSubject.textContent = preview.subject || "";
            this.showFindings(preview.findings);
            if (!preview.shown) {
                this.part.size.textContent = this.root.dataset.textNotShown;
            } else if (!preview.pieces) {
                this.part.shown.textContent = preview.text;
            } else {
                preview.pieces.forEach(piece => this.part.shown.append(piece.kind
                    ? element("mark", piece.text, "smsb-" + piece.kind) : document.createTextNode(piece.text)));
                this.part.size.textContent = [preview.sizeText, preview.adviceText, preview.priceText].filter(Boolean).join(" \u00b7 ");
                preview.foreign.forEach(one => this.part.foreign.append(this.foreign(one)));
            }
        }

        showFindings(findings) {
            this.part.findings.replaceChildren();
            if (!findings.length) {
                this.part.findings.append(element("li", this.root.dataset.textNone, "smsb-fine"));
            }
            findings.forEach(finding => {
                const item = element("li", "", finding.refused ? "smsb-refused" : "smsb-advice");
                item.append(element("strong", (finding.refused ? this.root.dataset.textError : this.root.dataset.textWarning) + ": "),
                    finding.text + " ");
                if (finding.replacement) {
                    item.append(this.button(smsBilling.fill(this.root.dataset.textUse, { meant: finding.replacement }),
                        () => this.put(this.field(finding), finding.replacement, finding.position, finding.position + finding.length)));
                } else if (finding.position >= 0) {
                    item.append(this.button(this.root.dataset.textGoto, () => this.select(this.field(finding), finding)));
                }
                this.part.findings.append(item);
            });
        }

        foreign(one) {
            const item = element("li", one.text + " ");
            if (one.canReplace) {
                item.append(this.button(smsBilling.fill(this.root.dataset.textReplace, one), () => {
                    this.part.body.value = this.part.body.value.split(one.character).join(one.replacement);
                    this.part.body.focus();
                    this.changed();
                }));
            }
            return item;
        }

        button(text, act) {
            const button = element("button", text, "smsb-button smsb-quiet");
            button.type = "button";
            button.addEventListener("click", act);
            return button;
        }

        field(finding) {
            return finding.field === "subject" ? this.part.subject : this.part.body;
        }

        select(field, finding) {
            field.focus();
            field.setSelectionRange(finding.position, finding.position + finding.length);
        }

        put(field, text, from, to) {
            field.setRangeText(text, from, to, "end");
            field.focus();
            this.changed();
        }

        /** A token that may be empty comes with its brackets, unless the cursor is between such already. */
        clicked(event) {
            const button = event.target.closest("[data-smsb-token]");
            if (button) {
                const field = this.lastField;
                const before = field.value.slice(0, field.selectionStart);
                const inside = before.lastIndexOf("[[") > before.lastIndexOf("]]");
                this.put(field, inside ? button.dataset.smsbToken : button.dataset.smsbInserted, field.selectionStart, field.selectionEnd);
            }
        }
    }

    document.addEventListener("DOMContentLoaded", () => {
        const root = document.querySelector(".smsb-editor");
        if (root) {
            const editor = new TemplateEditor(root);
            if (editor.part.test) {
                smsBilling.sendTest(editor);
            }
        }
    });
}(window.SmsBilling));
