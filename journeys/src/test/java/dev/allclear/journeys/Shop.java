package dev.allclear.journeys;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/// The company's product, as small as can be: it answers everything, as long as it runs.
final class Shop implements AutoCloseable {

    static final String WELCOME = "Welcome to the shop";

    private final HttpServer server;

    private Shop(HttpServer server) {
        this.server = server;
    }

    static Shop open(int port) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> {
            var body = ("<!doctype html><title>Shop</title><h1>" + WELCOME + "</h1>").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            var isHead = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(200, isHead ? -1 : body.length);
            if (!isHead) {
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        server.start();
        return new Shop(server);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
