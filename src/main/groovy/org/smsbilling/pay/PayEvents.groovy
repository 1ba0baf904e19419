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
import groovy.json.JsonOutput
import org.apache.ofbiz.base.util.Debug
import org.apache.ofbiz.entity.GenericEntityException
import org.apache.ofbiz.service.ServiceUtil
import org.smsbilling.SmsBilling
import org.smsbilling.web.PublicDoors.Door

/** The page of a link, in whatever state it is; unknown addresses get the page of an unknown link. */
String openLink() {
    Map page = opened()
    int status = [UNKNOWN: 404, THROTTLED: 429, UNAVAILABLE: 503].get(page.state, 200)
    return show([PAYABLE: 'PayPage', CONFIRM: 'ConfirmPage'].get(page.state, 'LinkPage'), page, status)
}

/** The payer's answer to the question before the page; a right one gets the page. */
String confirmPayer() {
    Map result = call('confirmSmsPayer', [token: text('token'), answer: text('answer'), remoteAddress: request.remoteAddr])
    return openWith(result.grant, result.outcome ?: 'NOT_POSSIBLE')
}

/** The payer wants a one-time code. */
String sendCode() {
    return openWith(null, call('sendSmsPayerCode', [token: text('token'), remoteAddress: request.remoteAddr]).outcome ?: 'NOT_POSSIBLE')
}

/** What the page says about a choice of invoices and amount. */
String quotePayment() {
    Map asked = ['token', 'invoiceIds', 'typedAmount', 'grant', 'localeString'].collectEntries { name -> [name, text(name)] }
    return answer(call('quoteSmsPayment', asked + [remoteAddress: request.remoteAddr]))
}

/** The answer to "Send me a fresh link". */
String requestFreshLink() {
    Map page = opened()
    Map result = call('requestFreshSmsPayLink', [token: text('token'), remoteAddress: request.remoteAddr])
    page.fresh = result.outcome ?: 'NOT_POSSIBLE'
    return show('FreshPage', page, 200)
}

/** The receipt of a payment, for who started it; everybody else gets the page of the link. */
String showReceipt() {
    Map page = opened()
    Map result = call('getSmsPaymentReceipt', [token: text('token'), orderId: text('orderId'), grant: text('grant'),
        localeString: text('localeString')])
    page.receipt = result.receipt
    return show(result.receipt ? 'ReceiptPage' : 'LinkPage', page, 200)
}

/** An invoice as PDF, for who may pay it; everybody else gets the page of the link. */
String showPdf() {
    forgetVisit()
    Map asked = [token: request.getAttribute('token'), invoiceId: request.getAttribute('invoiceId'), localeString: text('lang'),
        grant: text('grant')]
    Map result = call('getSmsInvoicePdf', asked)
    if (!result.pdf) {
        return openLink()
    }
    headers('application/pdf', "frame-ancestors 'none'")
    response.setHeader('Content-Disposition', "inline; filename=\"invoice-${asked.invoiceId.replaceAll('[^A-Za-z0-9_-]', '')}.pdf\"")
    response.outputStream.write(result.pdf.array())
    return 'success'
}

/** The payer tapped Pay. */
String startPayment() {
    Map order = ['token', 'methodType', 'accountToken', 'accountExpiry', 'payerName', 'postalCode', 'authorized', 'localeString', 'invoiceIds',
        'grant'].collectEntries { name -> [name, text(name)] }
    order.amount = decimal('amount') ?: BigDecimal.ZERO
    order.dueAmount = decimal('dueAmount')
    order.remoteAddress = request.remoteAddr
    order.userAgent = request.getHeader('User-Agent')
    return answer(call('startSmsPayment', order))
}

/** How the payment goes; waits for a moment when the gateway has not answered yet. */
String showProgress() {
    Map asked = [token: text('token'), attemptId: text('attemptId') ?: null, waitMillis: 2000L, localeString: text('localeString'),
        remoteAddress: request.remoteAddr]
    return answer(call('getSmsPaymentProgress', asked))
}

/** OFBiz may write down a visit with its whole address before it calls us: the token must not stay there. */
private void forgetVisit() {
    def visit = session.getAttribute('visit')
    if (visit?.initialRequest?.contains('/control/p')) {
        visit.initialRequest = null
        visit.store()
    }
}

private String openWith(String grant, String outcome) {
    Map page = opened(grant)
    page.outcome = outcome
    int status = outcome == 'TOO_MANY_TRIES' ? 429 : 200
    return show([PAYABLE: 'PayPage', CONFIRM: 'ConfirmPage'].get(page.state, 'LinkPage'), page, status)
}

private Map opened(String grant = null) {
    forgetVisit()
    Map asked = [token: request.getAttribute('token') ?: text('token'), remoteAddress: request.remoteAddr,
        userAgent: request.getHeader('User-Agent'), method: request.method, purpose: request.getHeader('Sec-Purpose') ?: request.getHeader('Purpose'),
        grant: grant ?: text('grant'), language: text('lang') ?: text('localeString').take(2), acceptLanguage: request.getHeader('Accept-Language')]
    SmsBilling billing = SmsBilling.of(delegator)
    Map unavailable = [state: 'UNAVAILABLE', brandName: '', supportPhone: '', language: 'en', localeString: 'en']
    Closure<Map> turnedAway = { unavailable }
    try {
        return billing.publicDoors().through(Door.PAGES, { billing.payPages().open(dispatcher.dispatchContext, asked) }, turnedAway)
    } catch (GenericEntityException e) {
        Debug.logError(e, 'A pay page could not be read', 'PayEvents')
        return unavailable
    }
}

private Map call(String service, Map values) {
    Door door = [startSmsPayment: Door.PAYMENTS, getSmsPaymentProgress: Door.PROGRESS].get(service, Door.PAGES)
    Closure<Map> turnedAway = { null }
    Map result = SmsBilling.of(delegator).publicDoors().through(door, { dispatcher.runSync(service, values) }, turnedAway)
    if (result == null) {
        return [busy: true]
    }
    return ServiceUtil.isSuccess(result) ? result : [error: ServiceUtil.getErrorMessage(result)]
}

private String text(String name) {
    return request.getParameter(name) ?: ''
}

private BigDecimal decimal(String name) {
    return text(name).isBigDecimal() ? text(name).toBigDecimal() : null
}

private String show(String template, Map page, int status) {
    headers('text/html;charset=UTF-8', policy(page))
    response.status = status
    if (status in [429, 503]) {
        response.setHeader('Retry-After', status == 429 ? '600' : '5')
    }
    Map values = [page: page, base: request.contextPath, token: request.getAttribute('token') ?: text('token')]
    response.outputStream.write(SmsBilling.of(delegator).payPageTemplates().render(template, values))
    return 'success'
}

private String answer(Map result) {
    headers('application/json;charset=UTF-8', "default-src 'none'; frame-ancestors 'none'")
    if (result.busy) {
        // The page's script asks again, or keeps what was typed and says so
        response.status = 503
        response.setHeader('Retry-After', '2')
    }
    response.writer << JsonOutput.toJson(result.outcome ?: [accepted: false, step: 'NONE', finished: false, text: result.error])
    return 'success'
}

/** Only our own files, and the gateway's frame for what the payer types. */
private String policy(Map page) {
    String frames = page.methods*.tokenizerOrigin?.unique()?.join(' ') ?: "'none'"
    return "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; form-action 'self'; " +
            "frame-src ${frames}; base-uri 'none'; frame-ancestors 'none'"
}

private void headers(String contentType, String policy) {
    response.contentType = contentType
    ['Content-Security-Policy': policy, 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer', 'X-Frame-Options': 'DENY',
        'X-Content-Type-Options': 'nosniff', 'X-Robots-Tag': 'noindex, nofollow',
        'Permissions-Policy': 'camera=(), microphone=(), geolocation=()'].each { name, value -> response.setHeader(name, value) }
}
