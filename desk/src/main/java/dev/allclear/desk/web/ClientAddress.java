package dev.allclear.desk.web;

import io.vertx.core.http.HttpServerRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/// Where a request came from, as limits count it: an IPv4 address, or the /64 that an IPv6 customer owns.
///
/// @param trustedProxies how many proxies of our own stand before us, each adding to `X-Forwarded-For`; 0 means
///     that the header is anybody's claim and is not read
public record ClientAddress(int trustedProxies) {

    private static final int LONGEST = 64;

    /// Whom a request came from.
    public String of(HttpServerRequest request) {
        var peer = request.remoteAddress();
        return of(
                peer == null ? "" : Objects.requireNonNullElse(peer.hostAddress(), ""),
                request.headers().getAll("X-Forwarded-For"));
    }

    String of(String peer, List<String> forwardedFor) {
        var hops = forwardedFor.stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::strip)
                .toList();
        // The last entry was written by the nearest proxy; whatever stands further left than our own is claimed.
        var index = hops.size() - trustedProxies;
        return trustedProxies > 0 && index >= 0 ? grouped(hops.get(index)) : grouped(peer);
    }

    private static String grouped(String address) {
        if (address.length() > LONGEST) {
            return "unknown";
        }
        try {
            // Only literals: a name, and `dead.beef` is one, would be looked up.
            var literal = InetAddress.ofLiteral(address);
            return literal instanceof Inet6Address six
                    ? HexFormat.of().formatHex(six.getAddress(), 0, 8) + "/64"
                    : literal.getHostAddress();
        } catch (IllegalArgumentException noLiteral) {
            return "unknown";
        }
    }
}
