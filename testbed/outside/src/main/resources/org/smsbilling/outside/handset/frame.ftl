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
<#macro phone title label back="">
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="/outside.css">
<link rel="icon" href="data:,">
</head>
<body class="desk">
<div class="phone">
<header class="bar">
<div class="status"><span>${now}</span><span>Handset</span></div>
<div class="heading">
<#if back?has_content><a class="back" href="${back}" aria-label="All messages"><span aria-hidden="true">&#8249;</span></a></#if>
<div><h1>${title}</h1><#if label?has_content><p>${label}</p></#if></div>
</div>
</header>
<#nested>
</div>
<script src="/outside.js"></script>
</body>
</html>
</#macro>
