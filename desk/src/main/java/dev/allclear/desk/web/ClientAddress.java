package dev.allclear.desk.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// Where a request came from, as limits count it: an IPv4 address, or the /64 that an IPv6 customer owns.
///
/// @param trustedProxies how many proxies of our own stand before us, each adding to `X-Forwarded-For`; 0 means
///     that the header is anybody's claim and is not read
public record ClientAddress(int trustedProxies) {

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
        // Only literals: a name would be looked up.
        if (!address.matches("[0-9a-fA-F:.]{2,45}")) {
            return "unknown";
        }
        try {
            return InetAddress.getByName(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(six.getAddress(), 0, 8) + "/64"
                    : address;
        } catch (UnknownHostException noLiteral) {
            return "unknown";
        }
    }
}
