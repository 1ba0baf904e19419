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
import java.security.MessageDigest
import org.apache.ofbiz.service.ServiceUtil

Map genericBasePermissionCheck() {
    String action = '_' + parameters.mainAction
    List<String> permissions = [parameters.primaryPermission, parameters.altPermission].findAll()
    if (permissions.any { security.hasEntityPermission(it, action, parameters.userLogin) }) {
        return success([hasPermission: true])
    }
    String message = label('CommonUiLabels', 'CommonGenericPermissionError', [resourceDescription: parameters.resourceDescription,
            permissions: permissions.collect { it + action + ', ' + it + '_ADMIN' }.join(', ')])
    return success([hasPermission: false, failMessage: message])
}

Map userLogin() {
    Map user = from('UserLogin').where(userLoginId: parameters['login.username']).queryOne()
    String given = '{SHA}' + MessageDigest.getInstance('SHA-1').digest((parameters['login.password'] ?: '').getBytes('UTF-8')).encodeHex()
    if (!user || user.enabled == 'N' || user.currentPassword != given) {
        return ServiceUtil.returnError(label('SecurityextUiLabels', user?.enabled == 'N' ? 'loginservices.user_login_is_disabled'
                : 'loginservices.password_incorrect'))
    }
    return success([userLogin: user])
}
