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
package org.smsbilling.testbed.web.widget;

import freemarker.cache.URLTemplateLoader;
import freemarker.core.Environment;
import freemarker.ext.beans.BeansWrapper;
import freemarker.ext.beans.CollectionModel;
import freemarker.ext.beans.GenericObjectModel;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.io.IOException;
import java.io.Writer;
import java.net.URL;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;

/** FreeMarker as OFBiz sets it up. Strings in an html-template are encoded when they are written, those in a view of type ftl are not. */
public final class Templates {

    private static final Configuration ENCODED = configuration(new EncodingWrapper());
    private static final Configuration PLAIN = configuration(new BeansWrapper(Configuration.VERSION_2_3_34));

    private Templates() { }

    /** Encodes what it writes of a String; OFBiz's templates get past it with StringUtil.wrapString. */
    private static final class EncodingWrapper extends BeansWrapper {
        EncodingWrapper() {
            super(Configuration.VERSION_2_3_34);
        }

        @Override
        public TemplateModel wrap(Object object) throws TemplateModelException {
            if (object instanceof Collection) {
                return new EncodingList((Collection<?>) object, this);
            }
            return object instanceof String ? new Encoding((String) object, this) : super.wrap(object);
        }
    }

    private static final class Encoding extends GenericObjectModel {
        Encoding(String text, BeansWrapper wrapper) {
            super(text, wrapper);
        }

        @Override
        public String getAsString() {
            return Html.encode(super.getAsString());
        }
    }

    private static final class EncodingList extends CollectionModel {
        EncodingList(Collection<?> list, BeansWrapper wrapper) {
            super(list, wrapper);
        }

        @Override
        public String getAsString() {
            return Html.encode(super.getAsString());
        }
    }

    /** What templates know as StringUtil. */
    public static final class StringUtil {
        /** @return the text, kept from being encoded */
        public Html.Ready wrapString(String text) {
            return new Html.Ready(text);
        }
    }

    private static Configuration configuration(BeansWrapper wrapper) {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setObjectWrapper(wrapper);
        configuration.setLocalizedLookup(false);
        configuration.setDefaultEncoding("UTF-8");
        configuration.setDateTimeFormat("yyyy-MM-dd HH:mm:ss.SSS");
        configuration.setNumberFormat("0.##########");
        configuration.setLogTemplateExceptions(false);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setTemplateLoader(new URLTemplateLoader() {
            @Override
            protected URL getURL(String name) {
                return name.startsWith("component://") ? Node.url(name) : Templates.class.getResource(name);
            }
        });
        try {
            configuration.setSharedVariable("Static", wrapper.getStaticModels());
            configuration.setSharedVariable("StringUtil", new StringUtil());
        } catch (TemplateModelException e) {
            throw new IllegalStateException(e);
        }
        Directives.ALL.forEach(configuration::setSharedVariable);
        return configuration;
    }

    /** Stops when the template cannot be read. */
    static void check(String location) {
        try {
            PLAIN.getTemplate(location);
        } catch (IOException e) {
            throw new IllegalStateException(location + ": " + e.getMessage(), e);
        }
    }

    static void encoded(String location, Map<String, Object> variables, Writer out) throws IOException {
        process(ENCODED, location, variables, out);
    }

    /** @param location component://, or a name next to this class */
    static void plain(String location, Map<String, Object> variables, Writer out) throws IOException {
        process(PLAIN, location, variables, out);
    }

    private static void process(Configuration configuration, String location, Map<String, Object> variables, Writer out) throws IOException {
        try {
            Template template = configuration.getTemplate(location);
            Environment environment = template.createProcessingEnvironment(variables, out);
            if (variables.get("locale") != null) {
                environment.setLocale((Locale) variables.get("locale"));
            }
            if (variables.get("timeZone") != null) {
                environment.setTimeZone((TimeZone) variables.get("timeZone"));
            }
            environment.process();
        } catch (TemplateException e) {
            throw new IllegalStateException("Template " + location + ": " + e.getMessage(), e);
        }
    }

    static void forget() {
        ENCODED.clearTemplateCache();
        PLAIN.clearTemplateCache();
    }
}
