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

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.utility.DeepUnwrap;
import org.smsbilling.payment.PayTexts;

/** Labels of the pay page as its templates ask for them: a key without SmsBillingPay in front, and values to put in if there are any. */
final class PageWords implements TemplateMethodModelEx {

    private final PayTexts texts;
    private final ConcurrentMap<String, String> plain = new ConcurrentHashMap<>();

    PageWords(PayTexts texts) {
        this.texts = texts;
    }

    @Override
    public Object exec(@SuppressWarnings("rawtypes") List arguments) throws TemplateModelException {
        String key = "SmsBillingPay" + arguments.get(0);
        return arguments.size() == 1 ? plain.computeIfAbsent(key, texts::get)
                : texts.get(key, values(DeepUnwrap.unwrap((TemplateModel) arguments.get(1))));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> values(Object values) {
        return (Map<String, ?>) values;
    }
}
