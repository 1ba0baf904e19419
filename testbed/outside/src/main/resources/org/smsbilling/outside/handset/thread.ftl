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
<#macro bubbles>
<#if messages?size == 0><p class="empty">No messages in this thread.</p></#if>
<#list messages as message>
<#if message.day?has_content><p class="day">${message.day}</p></#if>
<div class="line ${message.mine?then("mine", "theirs")}">
<div class="bubble" dir="auto"><span class="hidden">${message.mine?then("You", senderText)}: </span><#rt>
<#lt><#list message.pieces as piece><#if piece.link><a href="${piece.text}" target="_blank" rel="noopener noreferrer">${piece.text}</a><#else>${piece.text}</#if></#list></div>
<span class="time">${message.time}</span>
</div>
</#list>
</#macro>
<#if part><@bubbles/><#else>
<@frame.phone title=senderText label="on the phone " + phoneText back="/handset">
<main id="live" class="screen thread" role="log" tabindex="0" aria-label="Messages" data-live="${here}" data-version="${version}" data-end="true"><@bubbles/></main>
<footer class="reply">
<#if answerable>
<form method="post" action="${here}" class="quick" aria-label="Quick replies">
<button name="body" value="STOP">STOP</button>
<button name="body" value="START">START</button>
<button name="body" value="HELP">HELP</button>
</form>
<form method="post" action="${here}" class="write">
<label class="hidden" for="body">Reply</label>
<input id="body" name="body" maxlength="1600" placeholder="Text message" autocomplete="off" required>
<button class="send">Send</button>
</form>
<#else><p class="empty">This sender takes no replies.</p></#if>
</footer>
</@frame.phone>
</#if>
