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
import org.smsbilling.delivery.HookAnswer
import org.smsbilling.web.PublicDoors

/** The carrier reports what became of a message. */
String receiveStatus() {
    return answer { form -> SmsBilling.of(delegator).delivery().receive(request.getAttribute('hookToken'), signature(), form) }
}

/** The carrier hands on what a customer texted. */
String receiveText() {
    return answer { form -> SmsBilling.of(delegator).inbound().receive(request.getAttribute('hookToken'), signature(), form) }
}

private String signature() {
    return request.getHeader('X-Twilio-Signature')
}

/** Nothing is sent by the answer itself: what a customer gets to read goes the way of every message. */
private String answer(Closure<HookAnswer> receive) {
    Map<String, String> form = [:]
    request.parameterMap.each { name, values -> form[name] = values[0] }
    // The carrier comes again after a 503
    Closure<HookAnswer> turnedAway = { HookAnswer.UNAVAILABLE }
    HookAnswer answer = SmsBilling.of(delegator).publicDoors().through(PublicDoors.Door.WEBHOOKS, { receive(form) }, turnedAway)
    response.status = answer.httpStatus()
    response.contentType = 'text/xml;charset=UTF-8'
    response.setHeader('Cache-Control', 'no-store')
    response.writer << (answer == HookAnswer.ACCEPTED ? '<Response/>' : '')
    return 'success'
}
