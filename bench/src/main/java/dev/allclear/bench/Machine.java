package dev.allclear.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The machine on which a benchmark runs: its programs, ports and processes.
final class Machine {

    private Machine() {}

    /// @throws Missing naming the Debian package, when the program isn't there; nothing is installed silently
    static void mustHave(String program, String debianPackage) throws Missing {
        var folders = (System.getenv("PATH") + ":/usr/sbin:/sbin").split(":", -1);
        if (Arrays.stream(folders).noneMatch(folder -> Files.isExecutable(Path.of(folder, program)))) {
            throw new Missing("This benchmark needs " + program + ": apt-get install " + debianPackage);
        }
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// Runs this program again as a process of its own.
    ///
    /// @param core the only core that it may use; below 0 for all
    static Process java(int core, List<String> options, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        if (core >= 0) {
            command.addAll(List.of("taskset", "-c", Integer.toString(core)));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseCompactObjectHeaders"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /// Waits until the process says that line; whatever else it says goes to standard error.
    static void await(Process process, String said) throws IOException {
        var lines = process.inputReader(StandardCharsets.UTF_8);
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.equals(said)) {
                Thread.ofVirtual().start(() -> lines.lines().forEach(System.err::println));
                return;
            }
            System.err.println(line);
        }
        throw new IOException("the process ended before it said " + said);
    }

    static String output(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed:\n" + output);
        }
        return output;
    }

    /// The processor time of a process and of those that it started, so far.
    static Duration cpu(Process process) {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException stop) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
