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
/** The carrier reports what became of a message. */
String receiveStatus() {
    Map<String, String> report = request.parameterMap.collectEntries { name, values -> [name, values[0]] }
    Map result = dispatcher.runSync('receiveSmsStatusReport', [hookToken: request.getAttribute('hookToken'),
        signature: request.getHeader('X-Twilio-Signature'), report: report])
    int status = result.httpStatus ?: 503
    response.status = status
    response.contentType = 'text/xml;charset=UTF-8'
    response.setHeader('Cache-Control', 'no-store')
    response.writer << (status == 200 ? '<Response/>' : '')
    return 'success'
}
