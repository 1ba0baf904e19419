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
/* Steps of a cycle: shows the fields that the choices made so far leave room for. What is hidden is not sent. */
(function () {
    "use strict";

    function shown(form) {
        const value = name => form.elements[name].value;
        const onCalendar = value("stepAnchor") === "DUE_DATE" || value("stepAnchor") === "INVOICE_DATE";
        const repeats = value("stepAnchor") === "DUE_DATE" && value("stepSide") === "AFTER";
        const speaks = value("communication") !== "NONE";
        return {
            stepDays: onCalendar, stepSide: onCalendar, sendHour: onCalendar, repeatEveryDays: repeats, repeatMaximum: repeats,
            lateFee: onCalendar, lateFeeAttribute: onCalendar, templateId: speaks, emailTemplateSettingId: value("communication") === "EMAIL"
        };
    }

    function adapt(form) {
        Object.entries(shown(form)).forEach(([name, show]) => {
            form.elements[name].disabled = !show;
            form.elements[name].closest(".smsb-field").hidden = !show;
        });
    }

    document.addEventListener("DOMContentLoaded", () => {
        document.querySelectorAll("form[action*=saveSmsCollectionStep]").forEach(form => {
            adapt(form);
            form.addEventListener("change", () => adapt(form));
        });
    });
}());
