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
package org.smsbilling.testbed;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.net.MalformedURLException;
import java.net.URL;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.ofbiz.base.component.ComponentConfig;
import org.apache.ofbiz.base.container.Container;
import org.apache.ofbiz.base.container.ContainerException;
import org.apache.ofbiz.base.util.Debug;
import org.apache.ofbiz.base.util.UtilProperties;
import org.apache.ofbiz.entity.Delegator;
import org.apache.ofbiz.entity.DelegatorFactory;
import org.apache.ofbiz.entity.GenericEntityException;
import org.apache.ofbiz.entity.model.EntityModelReader;
import org.apache.ofbiz.entity.model.ModelReader;
import org.apache.ofbiz.service.LocalDispatcher;
import org.apache.ofbiz.service.ModelServiceReader;
import org.apache.ofbiz.service.ServiceContainer;
import org.smsbilling.testbed.data.EntityDataLoader;
import org.smsbilling.testbed.service.EntityEcas;
import org.smsbilling.testbed.service.EntitySecurity;
import org.smsbilling.testbed.service.Jobs;
import org.smsbilling.testbed.service.ServiceDispatcher;
import org.smsbilling.testbed.sql.FieldCipher;
import org.smsbilling.testbed.sql.GenericDelegator;
import org.smsbilling.testbed.sql.Schema;

/** A running stand-in for OFBiz: entities, services, jobs and containers of the components. One in a JVM at a time. */
public final class Testbed implements AutoCloseable {

    private static final String MODULE = Testbed.class.getName();

    private final HikariDataSource source;
    private final GenericDelegator delegator;
    private final ServiceDispatcher dispatcher;
    private final List<String> made;
    private final List<Container> containers = new ArrayList<>();

    /** @throws IllegalStateException when a component has something that the testbed does not know */
    public static Testbed start(TestbedConfig config) {
        TestbedClock.set(config.clock());
        UtilProperties.clear();
        List<ComponentConfig> components = components(config);
        ComponentConfig.load(components);
        Testbed testbed = new Testbed(config, components);
        try {
            testbed.load(config, components);
            testbed.startContainers(components);
            testbed.dispatcher.jobs().start(config.pollMillis());
            return testbed;
        } catch (RuntimeException | ContainerException | GenericEntityException e) {
            testbed.close();
            throw e instanceof RuntimeException ? (RuntimeException) e : new IllegalStateException("The testbed could not start", e);
        }
    }

    private Testbed(TestbedConfig config, List<ComponentConfig> components) {
        HikariConfig pool = new HikariConfig();
        boolean h2 = config.jdbcUrl().startsWith("jdbc:h2:");
        pool.setJdbcUrl(h2 ? config.jdbcUrl() + ";LOCK_TIMEOUT=10000;NON_KEYWORDS=VALUE,KEY,YEAR,MONTH,DAY,HOUR,MINUTE,SECOND" : config.jdbcUrl());
        pool.setUsername(config.user());
        pool.setPassword(config.password());
        pool.setMaximumPoolSize(80);
        pool.setMinimumIdle(2);
        pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        this.source = new HikariDataSource(pool);
        try {
            ModelReader model = EntityModelReader.read(resources(components, true, "model"));
            this.made = Schema.create(source, model);
            this.delegator = new GenericDelegator(model, source, new FieldCipher(source));
            this.dispatcher = new ServiceDispatcher(delegator, new EntitySecurity(delegator),
                    ModelServiceReader.read(resources(components, false, "model"), model), resources(components, false, "eca"));
        } catch (SQLException | RuntimeException e) {
            source.close();
            throw new IllegalStateException("The testbed could not start: " + e.getMessage(), e);
        }
    }

    private static List<ComponentConfig> components(TestbedConfig config) {
        List<ComponentConfig> components = new ArrayList<>();
        try {
            for (URL builtIn : TestbedConfig.builtIn()) {
                components.add(new ComponentConfig(builtIn));
            }
            for (java.nio.file.Path directory : config.components()) {
                components.add(new ComponentConfig(directory.toUri().toURL()));
            }
            return components;
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("Not a component's directory", e);
        }
    }

    private static List<URL> resources(List<ComponentConfig> components, boolean entity, String type) {
        List<URL> urls = new ArrayList<>();
        for (ComponentConfig component : components) {
            for (Map<String, String> each : entity ? component.entityResources(type) : component.serviceResources(type)) {
                urls.add(component.resolve(each.get("location")));
            }
        }
        return urls;
    }

    /** Data goes into new databases only; ECAs do not run on it. */
    private void load(TestbedConfig config, List<ComponentConfig> components) {
        DelegatorFactory.register(delegator);
        ServiceContainer.setFactory((name, wanted) -> dispatcher);
        if (made.contains("UserLogin")) {
            for (String reader : config.dataReaders()) {
                for (ComponentConfig component : components) {
                    component.entityResources("data").stream().filter(each -> reader.equals(each.get("reader-name")))
                            .forEach(each -> EntityDataLoader.load(delegator, component.resolve(each.get("location"))));
                }
            }
        }
        delegator.setRules(new EntityEcas(dispatcher.getDispatchContext(), resources(components, true, "eca")));
    }

    private void startContainers(List<ComponentConfig> components) throws ContainerException {
        for (ComponentConfig component : components) {
            for (Map<String, String> each : component.containers()) {
                try {
                    Container container = (Container) Class.forName(each.get("class"), true, Thread.currentThread().getContextClassLoader())
                            .getDeclaredConstructor().newInstance();
                    container.init(List.of(), each.get("name"), null);
                    containers.add(container);
                    container.start();
                } catch (ReflectiveOperationException e) {
                    throw new ContainerException("Cannot make the container " + each.get("name"), e);
                }
            }
        }
    }

    public Delegator delegator() {
        return delegator;
    }

    public LocalDispatcher dispatcher() {
        return dispatcher;
    }

    public Jobs jobs() {
        return dispatcher.jobs();
    }

    /** Stops containers, jobs and the database connections. */
    @Override
    public void close() {
        for (int i = containers.size() - 1; i >= 0; i--) {
            try {
                containers.get(i).stop();
            } catch (ContainerException e) {
                Debug.logError(e, "A container did not stop", MODULE);
            }
        }
        dispatcher.close();
        DelegatorFactory.deregister(delegator);
        source.close();
    }
}
