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
package org.smsbilling.paylink;

import java.io.IOException;
import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import freemarker.cache.URLTemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import org.apache.ofbiz.base.location.FlexibleLocation;
import org.smsbilling.payment.PayTexts;

/** Writes pay pages. Everything from outside is encoded as HTML by the templates' output format, and nothing of OFBiz's own pages is around them. */
public final class PayPageTemplates {

    private static final String LOCATION = "component://smsbilling/template/pay/";

    private static final int PAGE_LENGTH = 16_384;
    private static final int LOCALES = 200;
    private static final Duration LABELS_KEPT = Duration.ofMinutes(1);

    /** Labels by locale; those that an administrator changes show within a minute. */
    private final Cache<String, PageWords> words = Caffeine.newBuilder().maximumSize(LOCALES).expireAfterWrite(LABELS_KEPT).executor(Runnable::run)
            .build();
    private final Configuration configuration = new Configuration(Configuration.VERSION_2_3_31);

    public PayPageTemplates() {
        configuration.setTemplateLoader(new Loader());
        configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
        configuration.setDefaultEncoding("UTF-8");
        configuration.setURLEscapingCharset("UTF-8");
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        configuration.setLocalizedLookup(false);
    }

    /**
     * @param template name without its ending
     * @param values what it shows; page.localeString decides the language
     * @return HTML in UTF-8
     */
    public byte[] render(String template, Map<String, ?> values) throws IOException {
        Map<?, ?> page = (Map<?, ?>) values.get("page");
        Map<String, Object> all = new HashMap<>(values);
        all.put("words", words.get((String) page.get("localeString"), locale -> new PageWords(new PayTexts(Locale.forLanguageTag(locale)))));
        StringWriter whole = new StringWriter(PAGE_LENGTH);
        try {
            configuration.getTemplate(template + ".ftl").process(all, whole);
        } catch (TemplateException e) {
            throw new IOException("Pay page " + template + " cannot be written: " + e.getMessageWithoutStackTop(), e);
        }
        return whole.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Finds templates in the component, wherever it is installed. */
    private static final class Loader extends URLTemplateLoader {
        @Override
        protected URL getURL(String name) {
            try {
                return FlexibleLocation.resolveLocation(LOCATION + name);
            } catch (MalformedURLException e) {
                throw new IllegalArgumentException(name, e);
            }
        }
    }
}
