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
import org.apache.ofbiz.service.ServiceUtil
import org.smsbilling.SmsBilling
import org.smsbilling.web.PublicDoors.Door

/** The page of a number's preferences; unknown addresses get the page of an unknown link. */
String openPreferences() {
    return show('openSmsPreferences', [:])
}

/** What the visitor chose there. */
String changePreferences() {
    Map chosen = ['action', 'invoices', 'reminders', 'receipts', 'textLanguage'].collectEntries { name -> [name, request.getParameter(name)] }
    return show('changeSmsPreferences', chosen + [userAgent: request.getHeader('User-Agent')])
}

private String show(String service, Map chosen) {
    forgetVisit()
    String token = request.getAttribute('token') ?: request.getParameter('token') ?: ''
    Map values = [token: token, remoteAddress: request.remoteAddr, language: request.getParameter('lang'),
        acceptLanguage: request.getHeader('Accept-Language')] + chosen
    Map result = SmsBilling.of(delegator).publicDoors().through(Door.PAGES, { dispatcher.runSync(service, values) }) { [:] }
    Map page = (ServiceUtil.isSuccess(result) ? result.preferencesPage : null) ?:
            [state: 'UNAVAILABLE', brandName: '', supportPhone: '', outcome: '', language: 'en', localeString: 'en']
    response.contentType = 'text/html;charset=UTF-8'
    response.status = [UNKNOWN: 404, THROTTLED: 429, UNAVAILABLE: 503].get(page.state, 200)
    ['Content-Security-Policy': "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer', 'X-Frame-Options': 'DENY', 'X-Content-Type-Options': 'nosniff',
        'X-Robots-Tag': 'noindex, nofollow'].each { name, value -> response.setHeader(name, value) }
    page.languagePath = 'control/preferences/' + URLEncoder.encode(token, 'UTF-8')
    page.title = 'PreferencesTitle'
    Map shown = [page: page, base: request.contextPath, token: token]
    response.outputStream.write(SmsBilling.of(delegator).payPageTemplates().render('PreferencesPage', shown))
    return 'success'
}

/** OFBiz may write down a visit with its whole address before it calls us: the token must not stay there. */
private void forgetVisit() {
    def visit = session.getAttribute('visit')
    if (visit?.initialRequest?.contains('/control/p')) {
        visit.initialRequest = null
        visit.store()
    }
}
