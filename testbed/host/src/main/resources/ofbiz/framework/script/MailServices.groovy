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
import org.apache.ofbiz.base.util.UtilDateTime
import org.apache.ofbiz.base.util.string.FlexibleStringExpander

Map sendMailFromScreen() {
    if (!(parameters.sendTo ==~ /[^@\s]+@[^@\s]+/)) {
        return error("The address ${parameters.sendTo} is none")
    }
    // As OFBiz does: once for the screen, and once more when it is sent
    Closure<String> twice = { String text -> text ? (1..2).inject(text) { expanded, time -> FlexibleStringExpander.expandString(expanded, parameters) } : text }
    Map mail = [communicationEventId: delegator.getNextSeqId('CommunicationEvent'), communicationEventTypeId: 'EMAIL_COMMUNICATION',
            partyIdTo: parameters.partyId, subject: twice(parameters.subject), fromString: parameters.sendFrom, toString: parameters.sendTo,
            content: twice(parameters.bodyText) ?: parameters.bodyScreenUri, entryDate: UtilDateTime.nowTimestamp(), note: parameters.xslfoAttachScreenLocation]
    delegator.create('CommunicationEvent', mail)
    return success([messageWrapper: mail.communicationEventId, communicationEventId: mail.communicationEventId])
}

Map sendMailFromTemplateSetting() {
    Map setting = from('EmailTemplateSetting').where(emailTemplateSettingId: parameters.emailTemplateSettingId).queryOne()
    if (!setting) {
        return success()
    }
    Map sent = run service: 'sendMailFromScreen', with: [sendTo: parameters.sendTo, partyId: parameters.partyIdTo, subject: setting.subject,
            sendFrom: setting.fromAddress, bodyScreenUri: setting.bodyScreenLocation,
            xslfoAttachScreenLocation: setting.xslfoAttachScreenLocation, bodyParameters: parameters.bodyParameters]
    return success([messageWrapper: sent.messageWrapper, communicationEventId: sent.communicationEventId])
}
