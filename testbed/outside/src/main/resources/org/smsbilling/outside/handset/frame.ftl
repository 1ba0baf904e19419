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
