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
<div class="screenlet login-screenlet">
    <div class="screenlet-title-bar"><ul><li class="h3">${uiLabelMap.CommonLogin}</li></ul><br class="clear"/></div>
    <div class="screenlet-body">
        <form method="post" action="<@ofbizUrl>login</@ofbizUrl>" name="loginform">
            <label for="USERNAME">${uiLabelMap.CommonUsername}</label>
            <input type="text" id="USERNAME" name="USERNAME" value="${parameters.USERNAME!}" autocomplete="username" autofocus/>
            <label for="PASSWORD">${uiLabelMap.CommonPassword}</label>
            <input type="password" id="PASSWORD" name="PASSWORD" autocomplete="current-password"/>
            <input type="hidden" name="JavaScriptEnabled" value="N"/>
            <input type="submit" class="loginButton smallSubmit" value="${uiLabelMap.CommonLogin}"/>
        </form>
    </div>
</div>
