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
package org.smsbilling.testbed.web;

import jakarta.servlet.SessionTrackingMode;
import java.io.File;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.WebResourceRoot;
import org.apache.catalina.WebResourceSet;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.startup.ContextConfig;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.webresources.DirResourceSet;
import org.apache.catalina.webresources.JarResourceSet;
import org.apache.catalina.webresources.StandardRoot;
import org.apache.ofbiz.base.component.ComponentConfig;
import org.apache.ofbiz.entity.GenericValue;
import org.apache.ofbiz.webapp.control.ExternalLoginKeysManager;
import org.apache.tomcat.util.http.Rfc6265CookieProcessor;
import org.smsbilling.testbed.Testbed;
import org.smsbilling.testbed.web.widget.Page;

/** Serves the webapps of all loaded components on loopback, each with its own web.xml. An application that cannot start stops the start. */
public final class WebHost implements AutoCloseable {

    /** The applications' attribute with a list of what kept them from starting. */
    public static final String PROBLEMS = "_START_PROBLEMS_";

    private static final String LOOPBACK = "127.0.0.1";
    private static final Logger TOMCAT_LOG = Logger.getLogger("org.apache");

    private final Tomcat tomcat = new Tomcat();
    private final Map<String, GenericValue> loginKeys = new ConcurrentHashMap<>();
    private final List<Exception> problems = new CopyOnWriteArrayList<>();
    private final Map<String, Object> engines;
    private String empty;

    private WebHost(Testbed testbed) {
        this.engines = Map.of("delegator", testbed.delegator(), "dispatcher", testbed.dispatcher(), "security", testbed.dispatcher().getSecurity(),
                PROBLEMS, problems);
    }

    /** @param port taken if it is free, else any other; 0 for any */
    public static WebHost start(Testbed testbed, int port) {
        TOMCAT_LOG.setLevel(Level.OFF);
        Page.forget();
        WebHost host = new WebHost(testbed);
        try {
            host.start(port);
            return host;
        } catch (LifecycleException | IOException e) {
            host.close();
            Exception first = host.problems.isEmpty() ? e : host.problems.get(0);
            throw new IllegalStateException("The web host cannot start: " + first.getMessage(), first);
        } catch (RuntimeException e) {
            host.close();
            throw e;
        }
    }

    private void start(int port) throws IOException, LifecycleException {
        empty = Files.createTempDirectory("testbed-web").toString();
        tomcat.setBaseDir(empty);
        tomcat.setPort(free(port));
        tomcat.getConnector().setProperty("address", LOOPBACK);
        tomcat.getConnector().setURIEncoding("UTF-8");
        StandardHost applications = (StandardHost) tomcat.getHost();
        applications.setFailCtxIfServletStartFails(true);
        for (ComponentConfig component : ComponentConfig.getAllComponents()) {
            component.webapps().forEach(webapp -> mount(component.resolve(webapp.get("location") + "/"), webapp));
        }
        tomcat.start();
    }

    private static int free(int port) throws IOException {
        try (ServerSocket probe = new ServerSocket(port, 1, java.net.InetAddress.getByName(LOOPBACK))) {
            return probe.getLocalPort();
        } catch (java.net.BindException e) {
            return 0;
        }
    }

    private void mount(URL location, Map<String, String> webapp) {
        String mountPoint = webapp.getOrDefault("mount-point", "/" + webapp.get("name"));
        StandardContext context = new StandardContext();
        context.setPath("/".equals(mountPoint) ? "" : mountPoint);
        context.setName(context.getPath());
        context.setDocBase(empty);
        context.setParentClassLoader(WebHost.class.getClassLoader());
        context.setClearReferencesObjectStreamClassCaches(false);
        context.setClearReferencesRmiTargets(false);
        context.setClearReferencesThreadLocals(false);
        context.setReplaceWelcomeFiles(true);
        context.getJarScanner().setJarScanFilter((type, name) -> false);
        Rfc6265CookieProcessor cookies = new Rfc6265CookieProcessor();
        cookies.setSameSiteCookies("strict");
        context.setCookieProcessor(cookies);
        context.setSessionCookieName("JSESSIONID");
        WebResourceRoot resources = new StandardRoot(context);
        resources.addPreResources(files(resources, location));
        context.setResources(resources);
        context.addServletContainerInitializer((classes, application) ->
                application.setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE)), null);
        context.addLifecycleListener(new ContextConfig());
        Tomcat.addServlet(context, "default", new DefaultServlet());
        context.addServletMappingDecoded("/", "default");
        Tomcat.addDefaultMimeTypeMappings(context);
        tomcat.getHost().addChild(context);
        engines.forEach(context.getServletContext()::setAttribute);
        ExternalLoginKeysManager.share(context.getServletContext(), loginKeys);
        context.getServletContext().setAttribute("_BASE_PERMISSION_", webapp.getOrDefault("base-permission", "NONE").split(","));
    }

    private static WebResourceSet files(WebResourceRoot root, URL location) {
        try {
            if ("file".equals(location.getProtocol())) {
                return new DirResourceSet(root, "/", new File(location.toURI()).getPath(), "/");
            }
            JarURLConnection inJar = (JarURLConnection) location.openConnection();
            String entry = inJar.getEntryName();
            return new JarResourceSet(root, "/", new File(inJar.getJarFileURL().toURI()).getPath(), "/" + entry.substring(0, entry.length() - 1));
        } catch (URISyntaxException | IOException e) {
            throw new IllegalArgumentException("Cannot serve " + location, e);
        }
    }

    /** @return where the host listens, without a slash at the end */
    public URI baseUri() {
        return URI.create("http://" + LOOPBACK + ":" + tomcat.getConnector().getLocalPort());
    }

    @Override
    public void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            throw new IllegalStateException("The web host cannot stop", e);
        }
    }
}
