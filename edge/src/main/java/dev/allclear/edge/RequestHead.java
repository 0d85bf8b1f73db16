package dev.allclear.edge;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.AsciiString;
import org.jspecify.annotations.Nullable;

/// What we must know of a request before anything else, read in one pass over its headers.
final class RequestHead {

    /// Browsers send some twenty.
    private static final int MOST_HEADERS = 100;

    private static final String HOST_MARKS = ".-_:[]%~";

    private final HttpRequest request;
    private int headers;
    private int hosts;
    private boolean plain;
    private boolean hostIsSound = true;
    private String host = "";
    private @Nullable String acceptEncoding;
    private @Nullable String acceptLanguage;
    private @Nullable String ifNoneMatch;

    RequestHead(HttpRequest request) {
        this.request = request;
        this.plain = request.method().equals(HttpMethod.GET)
                && request.protocolVersion().equals(HttpVersion.HTTP_1_1)
                && request.uri().startsWith("/")
                && request.uri().indexOf('?') < 0;
        for (var each = request.headers().iteratorCharSequence();
                each.hasNext() && headers <= MOST_HEADERS;
                headers++) {
            var header = each.next();
            read(header.getKey(), header.getValue().toString());
        }
    }

    /// Compares only what can be equal: most headers are none of these.
    private void read(CharSequence name, String value) {
        switch (name.length()) {
            case 4 -> {
                if (is(name, HttpHeaderNames.HOST)) {
                    hosts++;
                    host = value;
                    hostIsSound &= isHost(value);
                }
            }
            case 6 -> plain &= !is(name, HttpHeaderNames.EXPECT);
            case 10 -> plain &= !is(name, HttpHeaderNames.CONNECTION) || value.equalsIgnoreCase("keep-alive");
            case 13 -> {
                if (is(name, HttpHeaderNames.IF_NONE_MATCH)) {
                    ifNoneMatch = value;
                }
            }
            case 14 -> plain &= !is(name, HttpHeaderNames.CONTENT_LENGTH);
            case 15 -> {
                if (is(name, HttpHeaderNames.ACCEPT_ENCODING)) {
                    acceptEncoding = value;
                } else if (is(name, HttpHeaderNames.ACCEPT_LANGUAGE)) {
                    acceptLanguage = value;
                }
            }
            case 17 -> plain &= !is(name, HttpHeaderNames.TRANSFER_ENCODING);
            default -> {
                // None of those that matter here.
            }
        }
    }

    private static boolean is(CharSequence name, AsciiString expected) {
        return AsciiString.contentEqualsIgnoreCase(name, expected);
    }

    private static boolean isHost(String value) {
        for (var i = 0; i < value.length(); i++) {
            var character = value.charAt(i);
            if (character > 'z' || !(Character.isLetterOrDigit(character) || HOST_MARKS.indexOf(character) >= 0)) {
                return false;
            }
        }
        return true;
    }

    /// Whether everybody before and behind us reads it as we do (RFC 9112, sections 2.3 and 3.2).
    boolean isSound() {
        var version = request.protocolVersion();
        var oneHost = hosts == 1 || (hosts == 0 && version.equals(HttpVersion.HTTP_1_0));
        return oneHost
                && hostIsSound
                && headers <= MOST_HEADERS
                && (version.equals(HttpVersion.HTTP_1_1) || version.equals(HttpVersion.HTTP_1_0));
    }

    /// Whether it simply asks for something, without a body, a query or a wish about the connection.
    boolean isPlain() {
        return plain;
    }

    String path() {
        return request.uri();
    }

    String host() {
        return host;
    }

    @Nullable
    String acceptEncoding() {
        return acceptEncoding;
    }

    @Nullable
    String acceptLanguage() {
        return acceptLanguage;
    }

    @Nullable
    String ifNoneMatch() {
        return ifNoneMatch;
    }
}
