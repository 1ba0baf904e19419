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
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Outside world</title>
<link rel="stylesheet" href="/outside.css">
<link rel="icon" href="data:,">
</head>
<body>
<main class="panel">
<h1>Outside world</h1>
<p>An emulated carrier, payment gateway and clock. Nothing here leaves this machine.</p>
<section aria-labelledby="phones"><h2 id="phones">Phones</h2>
<p><a href="/handset">Open the handset</a> to read texts and to answer them.</p></section>
<section aria-labelledby="clock"><h2 id="clock">Clock</h2>
<p class="big">${now} <small>New York</small></p>
<form method="post" action="/panel/clock">
<button name="by" value="PT1H">+1 hour</button>
<button name="by" value="P1D">+1 day</button>
<button name="by" value="P7D">+7 days</button>
<button name="by" value="P60D">+60 days</button>
</form></section>
<section aria-labelledby="trouble"><h2 id="trouble">Trouble</h2>
<#if faults?size == 0><p>Everything works.</p><#else>
<p>In force:</p><ul><#list faults as fault><li><code>${(fault.method + " " + fault.path)?trim}</code>: ${fault.kind}<#if fault.kind?starts_with("STATUS")> ${fault.status}</#if><#if fault.delayMillis gt 0>, ${fault.delayMillis} ms slower</#if></li></#list></ul></#if>
<form method="post" action="/panel/faults">
<button name="trouble" value="carrier-busy">Carrier is too busy</button>
<button name="trouble" value="carrier-silent">Carrier takes texts, but does not answer</button>
<button name="trouble" value="gateway-declines">Gateway declines</button>
<button name="trouble" value="gateway-slow">Gateway needs 8 s</button>
<button name="trouble" value="gateway-silent">Gateway charges, but does not answer</button>
<button class="main" name="trouble" value="none">No trouble</button>
</form></section>
<section aria-labelledby="test"><h2 id="test">Test data</h2>
<dl>
<dt>Card approved</dt><dd>4788 2500 0012 1443</dd>
<dt>Card declined</dt><dd>4387 7511 1111 1053</dd>
<dt>Card approved in part</dt><dd>4387 7501 0101 0101 (5.00 of 6.00 or more)</dd>
<dt>Card times out</dt><dd>4999 0062 0062 0062</dd>
<dt>Bank account</dt><dd>021000021/123456789; returned with R01 after three business days: 021000021/1234569901</dd>
<dt>Phones in trouble</dt><dd>+1 500 555 0001 invalid, 0004 opted out, 0009 not mobile, 0011 unknown, 0013 filtered</dd>
</dl></section>
</main>
</body>
</html>
