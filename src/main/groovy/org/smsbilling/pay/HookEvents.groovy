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
import org.smsbilling.SmsBilling
import org.smsbilling.web.PublicDoors

/** The carrier reports what became of a message. */
String receiveStatus() {
    return answer('receiveSmsStatusReport', 'report')
}

/** The carrier hands on what a customer texted. */
String receiveText() {
    return answer('receiveSmsText', 'text')
}

/** Nothing is sent by the answer itself: what a customer gets to read goes the way of every message. */
private String answer(String service, String name) {
    Map form = request.parameterMap.collectEntries { key, values -> [key, values[0]] }
    Map values = [hookToken: request.getAttribute('hookToken'), signature: request.getHeader('X-Twilio-Signature'), (name): form]
    // The carrier comes again after a 503
    Closure<Map> turnedAway = { [httpStatus: 503] }
    Map result = SmsBilling.of(delegator).publicDoors().through(PublicDoors.Door.WEBHOOKS, { dispatcher.runSync(service, values) }, turnedAway)
    int status = result.httpStatus ?: 503
    response.status = status
    response.contentType = 'text/xml;charset=UTF-8'
    response.setHeader('Cache-Control', 'no-store')
    response.writer << (status == 200 ? '<Response/>' : '')
    return 'success'
}
