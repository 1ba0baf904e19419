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
package org.smsbilling.testbed.db;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * A PostgreSQL server of its own for tests: unpacked from the binaries on the class path, on loopback, gone with the JVM.
 * PostgreSQL refuses to run as root; then it runs as the user nobody.
 */
public final class TestPostgres implements AutoCloseable {

    private static final String USER = "postgres";
    private static final long START_SECONDS = 60;
    private static final long END_SECONDS = 10;

    private final Path data;
    private final Process server;
    private final int port;
    private final AtomicInteger databases = new AtomicInteger();

    private TestPostgres(Path data, Process server, int port) {
        this.data = data;
        this.server = server;
        this.port = port;
    }

    /** @throws IllegalStateException telling what the server's programs said when they do not start */
    public static TestPostgres start() {
        try {
            Path home = unpack();
            Path data = Files.createTempDirectory("smsbilling-postgres-data");
            own(data);
            Process init = run(data, home.resolve("bin/initdb").toString(), "-A", "trust", "-U", USER, "-E", "UTF-8", "--locale=C", "-D",
                    data.resolve("db").toString());
            if (!init.waitFor(START_SECONDS, TimeUnit.SECONDS) || init.exitValue() != 0) {
                throw new IllegalStateException("initdb failed: " + Files.readString(data.resolve("log")));
            }
            int port = freePort();
            Process server = run(data, home.resolve("bin/postgres").toString(), "-D", data.resolve("db").toString(), "-p", String.valueOf(port), "-h",
                    "127.0.0.1", "-k", "", "-c", "fsync=off", "-c", "full_page_writes=off", "-c", "random_page_cost=1.1", "-c",
                    "max_connections=200");
            TestPostgres postgres = new TestPostgres(data, server, port);
            Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
            postgres.await();
            return postgres;
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL could not start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while PostgreSQL started", e);
        }
    }

    /** A new, empty database. @return its JDBC address, user and password included */
    public String newDatabase() {
        String name = "t" + databases.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(url("postgres")); Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
            return url(name);
        } catch (SQLException e) {
            throw new IllegalStateException("Could not create a database", e);
        }
    }

    /** @return nanoseconds of processor that the server's processes have used which are still there */
    public long cpuNanos() {
        return Stream.concat(Stream.of(server.toHandle()), server.descendants()).map(ProcessHandle::info)
                .mapToLong(info -> info.totalCpuDuration().map(Duration::toNanos).orElse(0L)).sum();
    }

    public String user() {
        return USER;
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=" + USER + "&reWriteBatchedInserts=true";
    }

    private void await() throws InterruptedException, IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (true) {
            try (Connection connection = DriverManager.getConnection(url("postgres"))) {
                return;
            } catch (SQLException e) {
                if (!server.isAlive() || System.nanoTime() > deadline) {
                    throw new IllegalStateException("PostgreSQL does not answer: " + Files.readString(data.resolve("log")), e);
                }
                Thread.sleep(50);
            }
        }
    }

    private static Path unpack() throws IOException {
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        String archive = "/postgres-" + system + "-" + machine + ".txz";
        try (InputStream in = TestPostgres.class.getResourceAsStream(archive)) {
            if (in == null) {
                throw new IllegalStateException("No PostgreSQL for this machine on the class path: " + archive);
            }
            byte[] bytes = in.readAllBytes();
            Path home = Path.of(System.getProperty("java.io.tmpdir"),
                    "smsbilling-postgres-" + Integer.toHexString(Arrays.hashCode(bytes)) + "-" + System.getProperty("user.name"));
            if (!Files.exists(home)) {
                Path fresh = Files.createTempDirectory(home.getParent(), "smsbilling-postgres-new");
                extract(new ByteArrayInputStream(bytes), fresh);
                Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
                try {
                    Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
                } catch (IOException e) {
                    delete(fresh);
                    if (!Files.exists(home)) {
                        throw e;
                    }
                }
            }
            return home;
        }
    }

    private static void extract(InputStream in, Path into) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(in))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = into.resolve(entry.getName()).normalize();
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(path.getParent());
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(path.getParent());
                    Files.copy(tar, path);
                    if ((entry.getMode() & 0100) != 0) {
                        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
                    }
                }
            }
        }
    }

    private static boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static void own(Path directory) throws IOException {
        if (root()) {
            Files.setOwner(directory, directory.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
        }
    }

    private static Process run(Path data, String... command) throws IOException {
        List<String> full = new ArrayList<>();
        if (root()) {
            if (Files.isExecutable(Path.of("/usr/bin/setpriv"))) {
                full.addAll(List.of("/usr/bin/setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", "--"));
            } else {
                full.addAll(List.of("runuser", "-u", "nobody", "--"));
            }
        }
        full.addAll(List.of(command));
        return new ProcessBuilder(full).directory(data.toFile()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolve("log").toFile())).start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Ends the server at once and deletes its data. */
    @Override
    public void close() {
        server.destroyForcibly();
        try {
            server.waitFor(10, TimeUnit.SECONDS);
            deleteSoon(data);
        } catch (IOException e) {
            data.toFile().deleteOnExit();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The server's own processes outlive it for a moment and still write. */
    private static void deleteSoon(Path directory) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(END_SECONDS);
        while (Files.exists(directory)) {
            try {
                delete(directory);
            } catch (IOException | UncheckedIOException e) {
                if (System.nanoTime() > end) {
                    throw new IOException(e);
                }
                Thread.sleep(50);
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> all = Files.walk(directory)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }
}
