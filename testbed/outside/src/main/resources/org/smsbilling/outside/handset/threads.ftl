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
<#import "frame.ftl" as frame>
<#macro list>
<#if threads?size == 0><p class="empty">No messages yet. Texts appear here as soon as they are delivered.</p></#if>
<ul class="threads">
<#list threads as thread>
<li><a href="/handset/${thread.phone?url}/${thread.sender?url}">
<span class="avatar" aria-hidden="true">${thread.phone[thread.phone?length-2..]}</span>
<span class="who"><strong>${thread.phoneText}</strong><span class="from">from ${thread.senderText}</span><span class="preview">${thread.preview}</span></span>
<span class="when">${thread.when}</span>
</a></li>
</#list>
</ul>
</#macro>
<#if part><@list/><#else>
<@frame.phone title="Messages" label="All phones" back="/">
<main id="live" class="screen" tabindex="0" aria-label="Messages" data-live="/handset" data-version="${version}"><@list/></main>
</@frame.phone>
</#if>
