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
    const options = new URLSearchParams(window.location.search);
    const on = name => options.get(name) === 'true';
    const field = id => document.getElementById(id);
    const number = field('ccnumfield');
    const cvv = field('cccvvfield');
    const typed = on('useexpiryfield');
    const month = field(typed ? 'ccexpirymonthfield' : 'ccexpirymonth');
    const year = field(typed ? 'ccexpiryyearfield' : 'ccexpiryyear');
    const used = [number].concat(on('useexpiry') ? [month, year] : [], on('usecvv') ? [cvv] : []);
    let wait = null;
    let latest = 0;
    let posted = '';
    let typing = false;

    function title(element, option, otherwise) {
        element.title = options.get(option) || otherwise;
        element.setAttribute('aria-label', element.title);
    }

    function fillSelects() {
        const names = (options.get('monthnames') || 'January-February-March-April-May-June-July-August-September-October-November-December').split('-');
        field('ccexpirymonth').add(new Option('--', ''));
        for (let i = 1; i <= 12; i++) {
            const digits = String(i).padStart(2, '0');
            field('ccexpirymonth').add(new Option(on('usemonthnames') ? names[i - 1] : digits, digits));
        }
        field('ccexpiryyear').add(new Option('--', ''));
        const now = Number(options.get('firstyear')) || new Date().getFullYear();
        for (let i = now; i < now + 20; i++) {
            field('ccexpiryyear').add(new Option(String(i), String(i)));
        }
    }

    function arrange() {
        field('customcss').textContent = (options.get('css') || '').replace(/@import|url\s*\(|expression\s*\(/gi, '');
        number.type = on('fullmobilekeyboard') ? 'text' : 'tel';
        number.maxLength = Number(options.get('cardinputmaxlength')) || 2000;
        number.placeholder = (options.get('placeholder') || '').slice(0, 60);
        cvv.placeholder = options.get('placeholdercvv') || '';
        month.placeholder = options.get('placeholdermonth') || '';
        year.placeholder = options.get('placeholderyear') || '';
        title(number, 'cardtitle', 'Credit Card Number');
        title(cvv, 'cvvtitle', 'Card Verification Value');
        title(month, 'expirymonthtitle', 'Expiration Month');
        title(year, 'expiryyeartitle', 'Expiration Year');
        field('cccardlabel').textContent = options.get('cardlabel') || 'Card Number';
        field('ccexpirylabel').textContent = options.get('expirylabel') || 'Expiration Date';
        field('ccexpirylabel').htmlFor = month.id;
        field('cccvvlabel').textContent = options.get('cvvlabel') || 'CVV';
        if (on('useexpiry') || on('usecvv')) {
            field('cccardlabel').hidden = false;
            document.querySelector('br').hidden = false;
        }
        field('expiryfields').hidden = !on('useexpiry');
        field('cvvfields').hidden = !on('usecvv');
        for (const id of ['ccexpirymonth', 'ccexpiryyear']) {
            field(id).hidden = typed;
            field(id + 'field').hidden = !typed;
        }
        if (on('autofocus')) {
            number.focus();
        }
    }

    function tell(answer) {
        const text = JSON.stringify(answer);
        if (text !== posted) {
            posted = text;
            window.parent.postMessage(text, '*');
        }
    }

    function tellTyping(begun) {
        if (on('sendcardtypingevent') && begun !== typing) {
            typing = begun;
            tell({ cardTyping: begun });
        }
    }

    function report(token, code, text, validationError) {
        const answer = { [options.get('tokenpropname') || 'message']: token };
        if (token && on('useexpiry')) {
            answer.expiry = expiry();
        }
        if (validationError !== undefined) {
            answer.validationError = validationError;
        }
        if (on('enhancedresponse')) {
            Object.assign(answer, { token: token, errorCode: code, errorMessage: text });
        }
        tell(answer);
    }

    function account() {
        return number.value.replace(/[\s-]/g, '');
    }

    function expiry() {
        return month.value.padStart(2, '0') + year.value.slice(-2);
    }

    function luhn(digits) {
        let sum = 0;
        Array.from(digits).reverse().forEach((digit, i) => {
            const weighted = Number(digit) * (i % 2 ? 2 : 1);
            sum += weighted > 9 ? weighted - 9 : weighted;
        });
        return /^\d{13,19}$/.test(digits) && sum % 10 === 0;
    }

    function validNumber() {
        return account().includes('/') ? /^\d{9}\/\d{4,17}$/.test(account()) : luhn(account());
    }

    function validExpiry() {
        return !on('useexpiry') || /^(0?[1-9]|1[0-2])$/.test(month.value) && /^20\d\d$/.test(year.value);
    }

    function validCvv() {
        return !on('usecvv') || /^\d{3,4}$/.test(cvv.value);
    }

    /** Marks a field, and tells the parent page about it if it wants to know. */
    function check(valid, touched, elements, option, code, text) {
        elements.forEach(element => {
            element.classList.toggle('error', touched && !valid);
            element.setAttribute('aria-invalid', String(touched && !valid));
        });
        if (touched && !valid && option.some(on)) {
            report('', code, '', text);
            return false;
        }
        return valid;
    }

    function inputFinished(event) {
        const touchedExpiry = [month, year].includes(event.target) && month.value !== '' && year.value !== '';
        const good = check(validNumber(), event.target === number || number.value !== '', [number],
                ['invalidcreditcardevent', 'invalidinputevent'], '1002', 'Invalid card number')
            && check(validExpiry(), touchedExpiry, [month, year], ['invalidexpiryevent'], '1004', 'Invalid expiration date')
            && check(validCvv(), event.target === cvv || cvv.value !== '', [cvv], ['invalidcvvevent'], '1003', 'Invalid CVV');
        tellTyping(false);
        if (good) {
            tokenize();
        }
    }

    async function tokenize() {
        const mine = ++latest;
        const request = { account: account(), expiry: on('useexpiry') ? expiry() : '', cvv: on('usecvv') ? cvv.value : '', unique: on('unique') };
        try {
            const response = await fetch('/cardsecure/api/v1/ccn/tokenize', {
                method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(request) });
            const answer = await response.json();
            if (mine === latest) {
                report(answer.token || '', answer.token ? '0' : answer.errorcode || '1000', answer.token ? '' : answer.message || 'Service error');
            }
        } catch (e) {
            if (mine === latest) {
                report('', '1000', 'Service connection error');
            }
        }
    }

    function format() {
        if (on('cardnumbernumericonly')) {
            number.value = number.value.replace(/[^\d ]/g, '');
        }
        if (on('formatinput') && !number.value.includes('/')) {
            number.value = account().replace(/(\d{4})(?=\d)/g, '$1 ');
        }
    }

    function inputBegun(event) {
        latest++;
        posted = '';
        if (event.target === number) {
            format();
            tellTyping(true);
        }
        if (on('tokenizewheninactive')) {
            window.clearTimeout(wait);
            wait = window.setTimeout(() => inputFinished(event), Number(options.get('inactivityto')) || 500);
        }
    }

    fillSelects();
    arrange();
    field('tokenform').addEventListener('submit', event => event.preventDefault());
    used.forEach(element => {
        element.addEventListener('input', inputBegun);
        element.addEventListener(on('tokenizewheninactive') ? 'unused' : 'blur', inputFinished);
    });
}());
