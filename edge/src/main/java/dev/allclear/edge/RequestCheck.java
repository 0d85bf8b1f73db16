package dev.allclear.edge;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.AsciiString;

/// Refuses requests that can be read in two ways (RFC 9112, sections 2.3 and 3.2): whoever stands before or behind us
/// might
/// read them in the other.
@Sharable
final class RequestCheck extends ChannelInboundHandlerAdapter {

    /// Browsers send some twenty.
    private static final int MOST_HEADERS = 100;

    private static final String HOST_MARKS = ".-_:[]%~";

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (message instanceof HttpRequest request && request.decoderResult().isSuccess() && !isSound(request)) {
            // The answer names a version that there is.
            request.setProtocolVersion(HttpVersion.HTTP_1_1);
            request.setDecoderResult(DecoderResult.failure(new IllegalArgumentException("ambiguous request")));
        }
        super.channelRead(context, message);
    }

    private static boolean isSound(HttpRequest request) {
        var version = request.protocolVersion();
        if (!version.equals(HttpVersion.HTTP_1_1) && !version.equals(HttpVersion.HTTP_1_0)) {
            return false;
        }
        var count = 0;
        var hosts = 0;
        for (var headers = request.headers().iteratorCharSequence(); headers.hasNext(); ) {
            var header = headers.next();
            if (++count > MOST_HEADERS) {
                return false;
            }
            if (AsciiString.contentEqualsIgnoreCase(header.getKey(), HttpHeaderNames.HOST)) {
                if (++hosts > 1 || !isHost(header.getValue())) {
                    return false;
                }
            }
        }
        return hosts == 1 || version.equals(HttpVersion.HTTP_1_0);
    }

    private static boolean isHost(CharSequence value) {
        for (var i = 0; i < value.length(); i++) {
            var character = value.charAt(i);
            if (character > 'z' || !(Character.isLetterOrDigit(character) || HOST_MARKS.indexOf(character) >= 0)) {
                return false;
            }
        }
        return true;
    }
}
