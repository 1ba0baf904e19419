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
/* Requests to /smsbilling from a page of another web application: signs the page's own user in over there first, and puts every failure in words. */
window.SmsBilling = window.SmsBilling || {};

(function (smsBilling) {
    "use strict";

    const CONTROL = "/smsbilling/control/";
    const root = () => document.getElementById("smsb");
    let csrfToken = null;
    let session = null;

    /** A failure whose message is for the user. */
    class Failure extends Error { }

    async function ask(request, options) {
        const headers = Object.assign({ "X-Requested-With": "XMLHttpRequest" }, csrfToken ? { "X-CSRF-Token": csrfToken } : {});
        try {
            return await fetch(CONTROL + request, Object.assign({ credentials: "same-origin", cache: "no-store", headers }, options));
        } catch (e) {
            throw new Failure(root().dataset.textUnreachable);
        }
    }

    async function json(response) {
        if (response.headers.has("content-type") && response.headers.get("content-type").includes("json")) {
            return response.json();
        }
        return null;
    }

    async function signInWith(key) {
        const answer = await json(await ask("smsSession", { method: "POST", body: new URLSearchParams(key ? { externalLoginKey: key } : {}) }));
        if (answer && answer.userLoginId === root().dataset.userLoginId) {
            csrfToken = answer.csrfToken || null;
            return true;
        }
        return false;
    }

    /** OFBiz renews the key with each page that the user opens, so that the one in this page may be stale. */
    async function freshKey() {
        const page = await fetch(root().dataset.page, { credentials: "same-origin", cache: "no-store" });
        const fresh = new DOMParser().parseFromString(await page.text(), "text/html").getElementById("smsb");
        return fresh && fresh.dataset.userLoginId === root().dataset.userLoginId ? fresh.dataset.externalLoginKey : null;
    }

    async function signIn() {
        if (await signInWith(root().dataset.externalLoginKey)) {
            return;
        }
        const key = await freshKey();
        if (!key || !await signInWith(key)) {
            throw new Failure(root().dataset.textSignedOut);
        }
        root().dataset.externalLoginKey = key;
    }

    /** Signs in once for all requests of the page, and once more when asked to. */
    function signedIn(again) {
        if (!session || again) {
            session = signIn();
            session.catch(() => { session = null; });
        }
        return session;
    }

    function words(answer) {
        const list = [].concat(answer._ERROR_MESSAGE_ || [], answer._ERROR_MESSAGE_LIST_ || []);
        return list.map(error => typeof error === "string" ? error : error.message).filter(Boolean).join(" ");
    }

    /** Posts to a request that answers in JSON; resolves to the answer, rejects with a Failure. */
    smsBilling.post = async function (request, parameters) {
        if (Object.values(parameters).some(value => String(value).includes("<"))) {
            throw new Failure(root().dataset.textLessThan);
        }
        await signedIn(false);
        const send = () => ask(request, { method: "POST", body: new URLSearchParams(parameters) });
        let answer = await json(await send());
        if (!answer) {
            await signedIn(true);
            answer = await json(await send());
        }
        if (!answer) {
            throw new Failure(root().dataset.textFailed);
        }
        const error = words(answer);
        if (error) {
            throw new Failure(error);
        }
        return answer;
    };

    /** Fetches a piece of HTML and resolves to its element of that id, or to null when the piece has none. */
    smsBilling.fragment = async function (request, parameters, id) {
        await signedIn(false);
        const response = await ask(request + "?" + new URLSearchParams(parameters), { method: "GET" });
        return new DOMParser().parseFromString(await response.text(), "text/html").getElementById(id);
    };

    /** What to tell the user about anything that was thrown. */
    smsBilling.explain = function (error) {
        if (error instanceof Failure) {
            return error.message;
        }
        window.console.error(error);
        return root().dataset.textFailed;
    };
}(window.SmsBilling));
