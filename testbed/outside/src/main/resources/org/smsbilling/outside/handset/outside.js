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

/* Keeps the element "live" up to date: asks for its part of the page every second, and shows it if something changed. */
(function () {
    const live = document.getElementById('live');
    if (!live) {
        return;
    }
    const toEnd = () => {
        if (live.dataset.end) {
            live.scrollTop = live.scrollHeight;
        }
    };

    async function update() {
        try {
            const response = await fetch(live.dataset.live + '?part&since=' + live.dataset.version);
            if (response.status === 200) {
                const atEnd = live.scrollHeight - live.scrollTop - live.clientHeight < 80;
                live.innerHTML = await response.text();
                live.dataset.version = response.headers.get('X-Version');
                if (atEnd) {
                    toEnd();
                }
            }
        } finally {
            window.setTimeout(update, 1000);
        }
    }

    toEnd();
    window.setTimeout(update, 1000);
}());
