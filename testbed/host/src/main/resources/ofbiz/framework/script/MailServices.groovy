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
import org.apache.ofbiz.entity.util.EntityUtilProperties
import org.apache.ofbiz.service.ServiceUtil

Map sendMailFromScreen() {
    if (!(parameters.sendTo ==~ /[^@\s]+@[^@\s]+/)) {
        return error("The address ${parameters.sendTo} is none")
    }
    String host = EntityUtilProperties.getPropertyValue('general', 'mail.smtp.relay.host', '', delegator)
    if (host) {
        try {
            new Socket(host, EntityUtilProperties.getPropertyValue('general', 'mail.smtp.port', '25', delegator) as int).close()
        } catch (IOException e) {
            return error("A connection error occurred when sending message to [${parameters.sendTo}]: ${e.message}")
        }
    }
    // What the server does not know; unless told otherwise, OFBiz mails the sender about it and calls that a success
    if (parameters.sendTo.endsWith('@unknown.invalid')) {
        return parameters.sendFailureNotification == false ? error("An address error occurred when sending message to [${parameters.sendTo}]") : success()
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
            xslfoAttachScreenLocation: setting.xslfoAttachScreenLocation, bodyParameters: parameters.bodyParameters,
            sendFailureNotification: parameters.sendFailureNotification]
    if (!ServiceUtil.isSuccess(sent)) {
        return sent
    }
    return success([messageWrapper: sent.messageWrapper, communicationEventId: sent.communicationEventId])
}
