<#ftl output_format="HTML">
<#-- Writes what Forms.java has prepared: kind (single, list), rows of fields, hidden fields, pages. -->
<#macro attributes field><#if field.atsize?has_content> size="${field.atsize}"</#if><#if field.atmaxlength?has_content> maxlength="${field.atmaxlength}"</#if><#if field.atplaceholder?has_content> placeholder="${field.atplaceholder}"</#if><#if field.required> required</#if><#if field.atreadonly == "true"> readonly</#if></#macro>
<#macro class style><#if style?has_content> class="${style}"</#if></#macro>
<#macro input field>
<#switch field.type>
<#case "display"><#case "display-entity"><span<@class field.style/>>${field.value}</span><#break>
<#case "hyperlink"><span<@class field.style/>>${field.html?string?no_esc}</span><#break>
<#case "text"><input type="text" name="${field.name}" id="${field.id}" value="${field.value}"<@class (field.style + field.required?string(" required", ""))?trim/><@attributes field/>/><#break>
<#case "date-time"><input type="text" name="${field.name}" id="${field.id}" value="${field.value}"<@class field.style/><@attributes field/> placeholder="yyyy-mm-dd hh:mm:ss"/><#break>
<#case "password"><input type="password" name="${field.name}" id="${field.id}" autocomplete="off"<@class field.style/><@attributes field/>/><#break>
<#case "textarea"><textarea name="${field.name}" id="${field.id}"<#if field.atcols?has_content> cols="${field.atcols}"</#if><#if field.atrows?has_content> rows="${field.atrows}"</#if><@class field.style/><@attributes field/>>${field.value}</textarea><#break>
<#case "drop-down"><span class="ui-widget"><select name="${field.name}" id="${field.id}"<@class field.style/><#if field.required> required</#if>><#if field.atallowempty == "true"><option value="">&nbsp;</option></#if><#list field.options as option><option value="${option.key}"<#if option.selected> selected</#if>>${option.description}</option></#list></select></span><#break>
<#case "check"><#case "radio"><#list field.options as option><span<@class field.style/>><label><input type="${(field.type == "check")?string("checkbox", "radio")}" name="${field.name}" value="${option.key}"<#if option.selected> checked="checked"</#if>/> ${option.description}</label></span></#list><#break>
<#case "submit"><input type="submit" name="${field.name}" value="${field.title}"<@class field.style/><#if field.atconfirmationmessage?has_content> data-confirm-message="${field.atconfirmationmessage}"</#if>/><#break>
</#switch>
<#if field.tooltip?has_content><span class="tooltip">${field.tooltip}</span></#if>
</#macro>
<#macro hiddenField field><input type="hidden" name="${field.name}" value="${field.value}"/></#macro>
<#if kind == "single">
<form method="post" action="${target}"<#if id?has_content> id="${id}"</#if> class="basic-form" onsubmit="javascript:submitFormDisableSubmits(this)" name="${name}"<#if focus?has_content> data-focus-field="${focus}"</#if>>
<#list hidden as field><@hiddenField field/></#list>
<table cellspacing="0"<@class defaulttablestyle/>>
<#list rows as row>
  <tr>
  <#list row as field>
    <td class="label"><#if field.type != "submit" && field.title?has_content><label<#if field.type != "display" && field.type != "display-entity" && field.type != "hyperlink" && field.type != "check" && field.type != "radio"> for="${field.id}"</#if> id="${field.id}_title"<@class field.titleStyle/>>${field.title}<#if field.required> *</#if></label></#if></td>
    <td<@class field.areaStyle/>><@input field/></td>
  </#list>
  </tr>
</#list>
</table>
</form>
<#else>
<#if page??>
<div class="nav-pager"><ul>
<li class="nav-previous<#if !page.previous??>-disabled</#if>"><#if page.previous??><a href="${page.previous}">${uiLabelMap.CommonPrevious}</a><#else><span>${uiLabelMap.CommonPrevious}</span></#if></li>
<li class="nav-next<#if !page.next??>-disabled</#if>"><#if page.next??><a href="${page.next}">${uiLabelMap.CommonNext}</a><#else><span>${uiLabelMap.CommonNext}</span></#if></li>
<li class="nav-displaying">${page.from} - ${page.to} / ${page.all}</li>
</ul></div>
</#if>
<div class="table-scroll"><table cellspacing="0" class="${defaulttablestyle?has_content?then(defaulttablestyle, "basic-table form-widget-table dark-grid")}">
<thead><tr class="${headerrowstyle?has_content?then(headerrowstyle, "header-row")}"><#list titles as title><td<@class title.areaStyle/>>${title.title}</td></#list></tr></thead>
<#list rows as row>
  <tr<#if row?index % 2 == 1 && oddrowstyle?has_content> class="${oddrowstyle}"</#if>><#list row.cells as fields><td<#if fields?has_content><@class fields[0].areaStyle/></#if>><#list fields as field><@input field/></#list><#if fields?is_first><#list row.hidden as field><@hiddenField field/></#list></#if></td></#list></tr>
</#list>
</table></div>
</#if>
