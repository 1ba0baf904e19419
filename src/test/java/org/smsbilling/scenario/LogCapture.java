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
package org.smsbilling.scenario;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;

/** Keeps every line of the log while it is open: all of the component, verbose ones included, and what OFBiz logs in production of everybody else. */
final class LogCapture extends AbstractAppender implements AutoCloseable {

    private static final String COMPONENT = "org.smsbilling";

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final LoggerContext context = (LoggerContext) LogManager.getContext(false);
    private final Level former = context.getConfiguration().getRootLogger().getLevel();

    private LogCapture() {
        super("capture", null, null, false, Property.EMPTY_ARRAY);
    }

    static LogCapture open() {
        LogCapture capture = new LogCapture();
        capture.start();
        Configuration configuration = capture.context.getConfiguration();
        capture.limitOthers(configuration.getRootLogger(), capture.former);
        configuration.getRootLogger().addAppender(capture, null, null);
        configuration.getRootLogger().setLevel(Level.INFO);
        configuration.addLogger(COMPONENT, new LoggerConfig(COMPONENT, Level.ALL, true));
        capture.context.updateLoggers();
        return capture;
    }

    /** The console stays as quiet as it was. */
    private void limitOthers(LoggerConfig root, Level level) {
        for (Map.Entry<String, Appender> other : Map.copyOf(root.getAppenders()).entrySet()) {
            root.removeAppender(other.getKey());
            root.addAppender(other.getValue(), level, null);
        }
    }

    @Override
    public void append(LogEvent event) {
        StringBuilder line = new StringBuilder(event.getLevel() + " " + event.getLoggerName() + " " + event.getMessage().getFormattedMessage());
        for (Throwable cause = event.getThrown(); cause != null; cause = cause.getCause()) {
            line.append(" | ").append(cause);
        }
        lines.add(line.toString());
    }

    /** @return lines with the text */
    List<String> with(String text) {
        return lines.stream().filter(line -> line.contains(text)).toList();
    }

    @Override
    public void close() {
        Configuration configuration = context.getConfiguration();
        configuration.removeLogger(COMPONENT);
        configuration.getRootLogger().removeAppender(getName());
        configuration.getRootLogger().setLevel(former);
        context.updateLoggers();
        stop();
    }
}
