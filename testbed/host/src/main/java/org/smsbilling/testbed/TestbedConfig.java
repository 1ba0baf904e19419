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

import java.net.URL;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a testbed is made of.
 *
 * @param components directories with an ofbiz-component.xml; they are loaded after OFBiz's own stand-ins, in this order
 * @param jdbcUrl of H2 or PostgreSQL; the database keeps what is in it
 * @param user of the database
 * @param password of the database
 * @param clock what every stamp, default and job goes by
 * @param dataReaders names of the data that is loaded when the database is new, for example seed, demo
 * @param pollMillis how often jobs are looked for
 */
public record TestbedConfig(List<Path> components, String jdbcUrl, String user, String password, Clock clock, List<String> dataReaders,
        long pollMillis) {

    /** An H2 database in memory that ends with the JVM. @param name others with the same name share it */
    public static TestbedConfig inMemory(String name, Clock clock, Path... components) {
        return new TestbedConfig(List.of(components), "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1", "sa", "", clock,
                List.of("seed", "seed-initial"), 500);
    }

    public TestbedConfig withDatabase(String url, String dbUser, String dbPassword) {
        return new TestbedConfig(components, url, dbUser, dbPassword, clock, dataReaders, pollMillis);
    }

    public TestbedConfig withReaders(String... readers) {
        return new TestbedConfig(components, jdbcUrl, user, password, clock, List.of(readers), pollMillis);
    }

    /** The stand-ins of OFBiz's framework and applications, inside this module. */
    static List<URL> builtIn() {
        return Stream.of("framework", "common", "commonext", "common-theme", "party", "accounting")
                .map(name -> TestbedConfig.class.getResource("/ofbiz/" + name + "/ofbiz-component.xml")).toList();
    }
}
