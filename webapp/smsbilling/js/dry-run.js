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
/* The dry run of an organization with many invoices: asks for part after part and puts each into the page. */
document.addEventListener("DOMContentLoaded", () => {
    "use strict";

    const MOST_SHOWN = 1000;
    const place = document.querySelector("[data-smsb-dry-run]");
    if (!place) {
        return;
    }
    const texts = place.dataset;
    const found = place.querySelector(".smsb-dry-run-found");
    const days = place.querySelector(".smsb-dry-run-days tbody");
    const rows = place.querySelector(".smsb-dry-run tbody");
    const status = place.querySelector("#smsb-looked");
    let looked = Number(texts.looked);
    let lines = rows.rows.length;

    const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name]);

    function row(cells) {
        const made = document.createElement("tr");
        cells.forEach(text => { made.appendChild(document.createElement("td")).textContent = text; });
        return made;
    }

    function addDay(day) {
        const known = Array.from(days.rows).find(one => one.dataset.day >= day.day);
        if (known && known.dataset.day === day.day) {
            ["SMS", "EMAIL", "NOBODY"].forEach((kind, at) => {
                const cell = known.cells[at + 1];
                cell.textContent = String(Number(cell.textContent) + Number(day[kind]));
            });
            return;
        }
        const made = row([day.dayText, day.SMS, day.EMAIL, day.NOBODY]);
        made.dataset.day = day.day;
        days.insertBefore(made, known || null);
    }

    /** A name may be written from right to left beside what is not. */
    function isolated(cell, name) {
        cell.appendChild(document.createElement("bdi")).textContent = name;
    }

    function lineRow(line) {
        const made = row([line.timeText, line.communicationText + ", " + line.typeText, "", "", line.outstanding, "", line.why]);
        line.invoiceIds.forEach((id, at) => {
            const link = document.createElement("a");
            link.href = texts.invoicePage + encodeURIComponent(id);
            link.textContent = id;
            made.cells[2].append(at === 0 ? "" : ", ", link);
        });
        isolated(made.cells[3], line.customer);
        isolated(made.cells[5], line.recipientName);
        made.cells[5].append((line.recipientName && line.recipientAddress ? ", " : "") + line.recipientAddress);
        if (line.later) {
            const aside = made.cells[5].appendChild(document.createElement("span"));
            aside.className = "smsb-aside";
            aside.textContent = " " + texts.textLeaves + ": " + line.leavesText + " " + line.waits;
        }
        made.dataset.moment = line.moment;
        return made;
    }

    /** Both are in time already. */
    function addLines(more) {
        const all = Array.from(rows.rows).concat(more.map(lineRow)).sort((one, other) => Number(one.dataset.moment) - Number(other.dataset.moment));
        rows.replaceChildren(...all.slice(0, MOST_SHOWN));
        lines += more.length;
    }

    function show(done) {
        found.hidden = lines === 0;
        place.querySelector(".smsb-empty").hidden = !done || lines > 0;
        const most = place.querySelector(".smsb-dry-run-most");
        most.hidden = lines <= MOST_SHOWN;
        most.textContent = fill(texts.textMost, { most: MOST_SHOWN, count: lines });
        const bar = place.querySelector("progress");
        if (bar) {
            bar.value = looked;
            bar.parentNode.hidden = done;
        }
        status.textContent = fill(done ? texts.textComplete : texts.textProgress, { looked, total: texts.total });
    }

    async function goOn() {
        let next = texts.next;
        show(!next);
        try {
            while (next) {
                const answer = await fetch(texts.smsbDryRun + "&position=" + encodeURIComponent(next), { credentials: "same-origin", cache: "no-store" });
                const part = await answer.json();
                if (!part.lines) {
                    const reason = part._ERROR_MESSAGE_ || (part._ERROR_MESSAGE_LIST_ || []).join(" ");
                    status.textContent = fill(texts.textStopped, { reason });
                    return;
                }
                looked += Number(part.looked);
                part.dayCounts.forEach(addDay);
                addLines(part.lines);
                next = part.next;
                show(!next);
            }
        } catch (e) {
            status.textContent = fill(texts.textStopped, { reason: texts.textUnreachable });
        }
    }

    goOn();
});
