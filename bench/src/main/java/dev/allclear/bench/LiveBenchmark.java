package dev.allclear.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Open pages in one process: memory for each while nothing happens, and how long one event takes to reach them all,
/// beside a bare loop in C.
final class LiveBenchmark implements Main.Benchmark {

    private static final int READERS = 10_000;
    private static final int EVENTS = 5;
    private static final Path CLIENTS = Path.of("../shared/bench");
    private static final Pattern LAST = Pattern.compile("got (\\d+)/.* last ([0-9.]+) ms");

    @Override
    public String run() throws Exception {
        Machine.mustHave("cc", "gcc libc6-dev");
        if (!Files.exists(CLIENTS.resolve("sseload.c"))) {
            throw new Missing(
                    "This benchmark needs the load client ../shared/bench/sseload.c, which is not on this machine.");
        }
        var folder = Files.createTempDirectory("allclear-bench");
        var load = compiled(folder, "sseload");
        var bare = compiled(folder, "ssesrv");
        var ourPort = Machine.freePort();
        var ours = Machine.java(-1, List.of(), "public-side", Integer.toString(ourPort));
        var barePort = Machine.freePort();
        var theirs = new ProcessBuilder(bare.toString(), Integer.toString(barePort))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            Machine.await(ours, "listening");
            return compare(load, ours, ourPort, barePort);
        } finally {
            Machine.end(ours);
            Machine.end(theirs);
        }
    }

    private static Path compiled(Path folder, String name) throws IOException, InterruptedException {
        var program = folder.resolve(name);
        Machine.output(List.of(
                "cc",
                "-O2",
                "-o",
                program.toString(),
                CLIENTS.resolve(name + ".c").toString()));
        return program;
    }

    private static String compare(Path load, Process ours, int ourPort, int barePort) throws Exception {
        var before = residentKilobytes(ours);
        try (var us = new Readers(load, ourPort, "/live", 1);
                var bare = new Readers(load, barePort, "/events", 200)) {
            var each = (residentKilobytes(ours) - before) * 1024.0 / READERS;
            us.event();
            var pairs = Pairs.of(EVENTS, us::event, bare::event);
            return String.format(
                    Locale.ROOT,
                    "{\"benchmark\":\"live\",\"readers\":%d,\"bytesEach\":%.0f,\"milliseconds\":%s}",
                    READERS,
                    each,
                    pairs.json("bare"));
        }
    }

    private static long residentKilobytes(Process process) throws IOException, InterruptedException {
        Machine.output(List.of(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(process.pid()),
                "GC.run"));
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    /// The load client with its connections open.
    private static final class Readers implements AutoCloseable {

        private final Process process;
        private final BufferedReader out;
        private final BufferedWriter in;

        Readers(Path load, int port, String path, int firstSource) throws IOException {
            var command = new ArrayList<>(List.of(load.toString(), Integer.toString(port), path));
            command.addAll(List.of(Integer.toString(READERS), Integer.toString(firstSource), "100", "200"));
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            out = process.inputReader(StandardCharsets.UTF_8);
            in = process.outputWriter(StandardCharsets.UTF_8);
            var opened = out.readLine();
            if (opened == null || !opened.startsWith("OPEN " + READERS + " dead 0")) {
                throw new IOException("not all connections could be opened: " + opened);
            }
        }

        /// @return milliseconds until the last reader has it
        double event() throws IOException {
            in.write('b');
            in.flush();
            for (var line = out.readLine(); line != null; line = out.readLine()) {
                var found = LAST.matcher(line);
                if (found.find()) {
                    if (!found.group(1).equals(Integer.toString(READERS))) {
                        throw new IOException("the event did not reach all: " + line);
                    }
                    return Double.parseDouble(found.group(2));
                }
            }
            throw new IOException("the load client ended");
        }

        @Override
        public void close() {
            Machine.end(process);
        }
    }
}
