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
'use strict';

(function () {
    const byId = id => document.getElementById(id);

    function post(url, fields) {
        return fetch(url, { method: 'POST', body: new URLSearchParams(fields), credentials: 'same-origin', cache: 'no-store', referrerPolicy: 'no-referrer' })
            .then(response => {
                if (!response.ok) {
                    throw new Error(String(response.status));
                }
                return response.json();
            });
    }

    const TOKEN_WAIT = 3000;
    const pause = millis => new Promise(done => window.setTimeout(done, millis));

    /** Asks until the payment is finished; calls each() with what it hears on the way. Lost connections are tried again. */
    async function follow(url, fields, each) {
        for (let asked = 0; ; asked++) {
            try {
                const progress = await post(url, fields);
                if (progress.finished) {
                    return progress;
                }
                each(progress);
            } catch (e) {
                await pause(3000);
            }
            await pause(asked < 20 ? 300 : 3000);
        }
    }

    /** Loads the page anew; the grant of a payer who has shown who one is stays in the form. */
    function reload() {
        const form = byId('reopen');
        if (form && form.elements.grant) {
            form.submit();
        } else {
            window.location.reload();
        }
    }

    function receiptPage() {
        const print = byId('print');
        if (print) {
            print.hidden = false;
            print.addEventListener('click', () => window.print());
        }
    }

    function waitingPage() {
        const waiting = byId('waiting');
        if (waiting) {
            const fields = { token: waiting.dataset.token, localeString: waiting.dataset.locale };
            follow(waiting.dataset.progress, fields, () => { }).then(() => pause(500)).then(reload);
        }
    }

    function payPage() {
        const form = byId('pay');
        if (!form) {
            return;
        }
        const panels = Array.from(form.querySelectorAll('.panel'));
        const accounts = new Map();
        const submit = byId('submit');
        let label = byId('submit-text').textContent;
        const words = byId('words').dataset;
        let busy = false;

        let inFrame = null;
        const panel = () => panels.find(each => !each.hidden);

        function load(each) {
            const frame = each.querySelector('iframe');
            if (!frame.src) {
                frame.addEventListener('load', () => frame.classList.add('loaded'));
                frame.src = frame.dataset.src;
            }
        }

        /** A token and an authorization are good for one try: the payer types the account and ticks the box again. */
        function forgetAccount() {
            inFrame = null;
            accounts.clear();
            form.querySelectorAll('[data-field=authorized]').forEach(box => {
                box.checked = false;
            });
            for (const each of panels) {
                const frame = each.querySelector('iframe');
                if (frame.src) {
                    frame.src = frame.dataset.src;
                }
            }
        }

        function choose() {
            const chosen = form.elements.method.value;
            for (const each of panels) {
                each.hidden = each.dataset.method !== chosen;
            }
            load(panel());
            clear();
        }

        function hear(event) {
            const from = panels.find(each => event.origin === each.dataset.origin && event.source === each.querySelector('iframe').contentWindow);
            if (!from) {
                return;
            }
            let account;
            try {
                account = JSON.parse(event.data);
            } catch (e) {
                return;
            }
            const token = account && (account.token || account.message);
            if (token) {
                accounts.set(from.dataset.method, { token: String(token), expiry: String(account.expiry || '') });
                from.classList.remove('invalid');
            } else {
                accounts.delete(from.dataset.method);
            }
        }

        const invoices = Array.from(form.querySelectorAll('[name=invoice]'));
        const other = byId('other');
        const typed = byId('typed');
        let choiceProblem = '';
        let asked = 0;
        let quoting = Promise.resolve();

        function choice() {
            return {
                token: form.elements.token.value, grant: form.elements.grant ? form.elements.grant.value : '', localeString: form.elements.localeString.value,
                invoiceIds: invoices.filter(each => each.checked).map(each => each.value).join(','), typedAmount: other && other.checked ? typed.value : ''
            };
        }

        /** Nothing that could be paid is chosen: the button names no amount of before. */
        function wrong() {
            label = words.plain;
            if (!busy) {
                byId('submit-text').textContent = label;
            }
            if (choiceProblem && other && other.checked && typed.value.trim() && document.activeElement !== typed) {
                point(typed, choiceProblem, 'typed-error');
            }
        }

        function put(quote) {
            choiceProblem = quote.problem;
            if (byId('chosen')) {
                byId('chosen').textContent = words.chosen.replace('|', quote.dueText);
            }
            if (quote.problem) {
                wrong();
                return;
            }
            form.elements.amount.value = quote.amount;
            form.elements.dueAmount.value = quote.due;
            label = quote.buttonText;
            if (!busy) {
                byId('submit-text').textContent = label;
            }
            form.querySelectorAll('[data-authorization]').forEach(text => {
                const now = quote.authorizations[text.dataset.authorization];
                if (now && now !== text.textContent) {
                    text.textContent = now;
                    text.closest('label').querySelector('input').checked = false;
                }
            });
        }

        /** Asks the server for the words of another choice; what it says about an older choice does not count. */
        async function quote() {
            const number = ++asked;
            if (invoices.length && !invoices.some(each => each.checked)) {
                choiceProblem = words.chooseOne;
                byId('chosen').textContent = words.chooseOne;
                wrong();
                return;
            }
            if (other && other.checked && !typed.value.trim()) {
                choiceProblem = words.amount;
                wrong();
                return;
            }
            try {
                const answer = await post(form.dataset.quote, choice());
                if (number !== asked) {
                    return;
                }
                if (answer.linkState !== 'PAYABLE' || answer.due === undefined) {
                    reload();
                } else {
                    put(answer);
                }
            } catch (e) {
                choiceProblem = number === asked ? words.connection : choiceProblem;
            }
        }

        function requote() {
            clear();
            quoting = quote();
        }

        function clear() {
            byId('errors').hidden = true;
            form.querySelectorAll('[aria-invalid]').forEach(field => {
                field.removeAttribute('aria-invalid');
                describe(field, '');
            });
            form.querySelectorAll('.field-error').forEach(note => note.remove());
            panels.forEach(each => each.classList.remove('invalid'));
        }

        /** @param note id of what is said of the field now, beside what the page says of it always */
        function describe(field, note) {
            field.dataset.hint = field.dataset.hint === undefined ? field.getAttribute('aria-describedby') || '' : field.dataset.hint;
            const ids = (field.dataset.hint + ' ' + note).trim();
            if (ids) {
                field.setAttribute('aria-describedby', ids);
            } else {
                field.removeAttribute('aria-describedby');
            }
        }

        /** Says a problem once more where it is. */
        function point(field, text, id) {
            const note = document.createElement('p');
            note.className = 'field-error';
            note.id = id;
            note.textContent = text;
            (field.closest('label') || field).insertAdjacentElement('afterend', note);
            field.setAttribute('aria-invalid', 'true');
            describe(field, id);
        }

        /** @param problems text and, where there is one, the id of the field */
        function show(problems, plain) {
            const list = byId('errors-list');
            list.replaceChildren();
            list.classList.toggle('plain', plain);
            byId('errors-title').hidden = plain;
            problems.forEach((problem, i) => {
                const item = document.createElement('li');
                if (problem.field) {
                    const link = document.createElement('a');
                    link.href = '#' + problem.field;
                    link.textContent = problem.text;
                    link.addEventListener('click', event => {
                        event.preventDefault();
                        byId(problem.field).focus();
                    });
                    item.append(link);
                    point(byId(problem.field), problem.text, 'error-' + i);
                } else {
                    item.textContent = problem.text;
                }
                list.append(item);
            });
            byId('errors').hidden = false;
            byId('errors').focus();
            byId('errors').scrollIntoView({ block: 'nearest' });
        }

        /** Whether the payer has been in the processor's frame since its last token: focus in a frame takes it from this window. */
        const touched = () => inFrame === panel().dataset.method && !accounts.has(inFrame);

        /** The processor's frame tells the token a moment after the last key: who presses Pay at once is not told to type again. */
        async function awaitAccount() {
            const method = panel().dataset.method;
            for (let waited = 0; waited < TOKEN_WAIT && !accounts.has(method); waited += 100) {
                await pause(100);
            }
        }

        function missing() {
            const now = panel();
            const problems = [];
            if (choiceProblem) {
                problems.push({ text: choiceProblem, field: other && other.checked ? 'typed' : invoices.length ? 'first-invoice' : null });
            }
            if (!accounts.has(now.dataset.method)) {
                now.classList.add('invalid');
                problems.push({ text: now.dataset.errorAccount, field: now.querySelector('iframe').id });
            }
            now.querySelectorAll('[data-field]').forEach(field => {
                if (field.type === 'checkbox' ? !field.checked : !field.value.trim()) {
                    problems.push({ text: field.dataset.error, field: field.id });
                }
            });
            return problems;
        }

        function work(on, text) {
            busy = on;
            submit.setAttribute('aria-disabled', String(on));
            byId('submit-text').textContent = on ? submit.dataset.busy : label;
            byId('status').textContent = text || '';
        }

        function order() {
            const now = panel();
            const account = accounts.get(now.dataset.method);
            const fields = {
                token: form.elements.token.value, amount: form.elements.amount.value, dueAmount: form.elements.dueAmount.value,
                invoiceIds: choice().invoiceIds, grant: choice().grant, localeString: form.elements.localeString.value,
                methodType: now.dataset.method, accountToken: account.token, accountExpiry: account.expiry
            };
            const kind = now.querySelector('[name=methodType]:checked');
            if (kind) {
                fields.methodType = kind.value;
            }
            now.querySelectorAll('[data-field]').forEach(field => {
                fields[field.dataset.field] = field.type === 'checkbox' ? (field.checked ? 'Y' : '') : field.value.trim();
            });
            return fields;
        }

        function checking() {
            form.hidden = true;
            byId('checking').hidden = false;
            byId('checking').focus();
        }

        function again(text) {
            form.hidden = false;
            byId('checking').hidden = true;
            work(false);
            forgetAccount();
            show([{ text: text }], true);
        }

        async function pay() {
            clear();
            work(true, submit.dataset.busy);
            let started;
            try {
                started = await post(form.action, order());
            } catch (e) {
                work(false);
                show([{ text: words.connection }], true);
                return;
            }
            if (!started.accepted && started.reason === 'LINK_NOT_PAYABLE' || started.reason === 'UNDER_WAY' || started.reason === 'CHECK_FIRST') {
                reload();
            } else if (started.accepted) {
                byId('status').textContent = started.text;
                finish(started, await follow(form.dataset.progress, { token: form.elements.token.value, attemptId: started.attemptId,
                    localeString: form.elements.localeString.value }, progress => progress.step === 'CHECKING' && checking()));
            } else {
                again(started.text);
                if (started.reason === 'AMOUNT_CHANGED') {
                    await pause(4000);
                    reload();
                }
            }
        }

        async function finish(started, end) {
            if (end.success) {
                byId('receipt').elements.orderId.value = started.orderId;
                byId('receipt').submit();
                return;
            }
            again(end.text);
            if (end.step === 'AMOUNT_CHANGED' || end.step === 'LINK_CLOSED') {
                await pause(4000);
                reload();
            }
        }

        form.hidden = false;
        if (invoices.length) {
            invoices[0].id = 'first-invoice';
            invoices.forEach(each => each.addEventListener('change', requote));
        }
        if (other) {
            other.addEventListener('change', () => {
                byId('lower').hidden = !other.checked;
                requote();
                if (other.checked) {
                    typed.focus();
                }
            });
            let typing = 0;
            typed.addEventListener('input', () => {
                window.clearTimeout(typing);
                typing = window.setTimeout(requote, 300);
            });
            typed.addEventListener('change', () => {
                window.clearTimeout(typing);
                requote();
            });
        }
        form.querySelectorAll('[name=method]').forEach(choice => choice.addEventListener('change', choose));
        window.addEventListener('message', hear);
        window.addEventListener('blur', () => {
            const entered = panels.find(each => each.querySelector('iframe') === document.activeElement);
            inFrame = entered ? entered.dataset.method : inFrame;
        });
        form.addEventListener('submit', async event => {
            event.preventDefault();
            if (busy) {
                return;
            }
            clear();
            if (touched()) {
                work(true, submit.dataset.busy);
                await awaitAccount();
                work(false);
            }
            await quoting;
            const problems = missing();
            if (problems.length) {
                show(problems, false);
            } else {
                pay();
            }
        });
        choose();
    }

    receiptPage();
    waitingPage();
    payPage();
}());
