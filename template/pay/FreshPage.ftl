<#--
Licensed under the Apache License, Version 2.0 (the "License");
you may not use this file except in compliance with the License.
You may obtain a copy of the License at

http://www.apache.org/licenses/LICENSE-2.0

Unless required by applicable law or agreed to in writing,
software distributed under the License is distributed on an
"AS IS" BASIS, WITHOUT WARRANTIES OR CONDITIONS OF ANY
KIND, either express or implied.  See the License for the
specific language governing permissions and limitations
under the License.
-->
<#import "Common.ftl" as common>
<@common.layout title="Fresh_" + page.fresh + "_Title">
<section class="card state state-fresh-${page.fresh?lower_case?remove_ending("_email")}">
    <div class="mark" aria-hidden="true"></div>
    <h1>${common.t("Fresh_" + page.fresh + "_Title")}</h1>
    <p role="status">${common.t("Fresh_" + page.fresh + "_Text")}</p>
</section>
</@common.layout>
