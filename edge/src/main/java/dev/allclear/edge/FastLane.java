package dev.allclear.edge;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/// Answers what most readers ask, a public file by its plain address, right behind the decoder: nothing is made for it
/// but the few bytes of its date. Everything else goes on to Vert.x, and so does this while Vert.x has an answer to
/// give, so that answers keep the order of their requests.
///
/// It also turns away requests that can be read in two ways, and notes what slow clients make us wait for.
final class FastLane extends ChannelDuplexHandler {

    /// Up to here, copying a body beside its head is cheaper than sending it as a piece of its own.
    private static final int WORTH_COPYING = 16 * 1024;

    private final EdgeHandler edge;
    private final SlowClients slow;
    private final ChannelHandlerContext encoder;
    private final Progress progress;
    private int withVertx;
    private boolean answered;
    private boolean wrote;

    private FastLane(EdgeHandler edge, SlowClients slow, ChannelHandlerContext encoder) {
        this.edge = edge;
        this.slow = slow;
        this.encoder = encoder;
        this.progress = new Progress(encoder);
    }

    /// Opens it on a connection that has just been made.
    static void open(HttpConnection connection, EdgeHandler edge, SlowClients slow) {
        // Vert.x has no public way to a connection's bytes; its channel has been reachable so since version 3.
        var pipeline = ((ConnectionBase) connection).channel().pipeline();
        pipeline.addAfter("httpEncoder", "fastLane", new FastLane(edge, slow, pipeline.context("httpEncoder")));
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        slow.watch(progress);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        slow.forget(progress);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        progress.read(message);
        if (message instanceof HttpRequest request && request.decoderResult().isSuccess()) {
            var head = new RequestHead(request);
            if (!head.isSound()) {
                refuse(request);
            } else if (answer(context, head)) {
                answered = true;
                ReferenceCountUtil.release(message);
                return;
            }
        }
        if (message instanceof HttpContent && answered) {
            answered = !(message instanceof LastHttpContent);
            ReferenceCountUtil.release(message);
            return;
        }
        withVertx += message instanceof HttpRequest ? 1 : 0;
        super.channelRead(context, message);
    }

    /// The decoder's own way to say so: Vert.x answers 400 and closes.
    private static void refuse(HttpRequest request) {
        // The answer should name a version that there is.
        request.setProtocolVersion(HttpVersion.HTTP_1_1);
        request.setDecoderResult(DecoderResult.failure(new IllegalArgumentException("ambiguous request")));
    }

    private boolean answer(ChannelHandlerContext context, RequestHead head) {
        // Whoever does not take its answers waits in Vert.x, which then reads no further.
        if (withVertx > 0 || !head.isPlain() || !context.channel().isWritable()) {
            return false;
        }
        var found = edge.find(head);
        if (found == null) {
            return false;
        }
        write(context, found);
        return true;
    }

    private void write(ChannelHandlerContext context, Found found) {
        var head = found.head().encoded();
        var date = HttpDate.at(found.now()).line();
        var body = found.body();
        var length = body.readableBytes();
        var copied = length <= WORTH_COPYING;
        var first = context.alloc().directBuffer(head.length + date.length + (copied ? length : 0));
        first.writeBytes(head).writeBytes(date);
        if (copied) {
            send(first.writeBytes(body, 0, length));
        } else {
            send(first);
            send(body.duplicate());
        }
        wrote = true;
    }

    /// Past the encoder, since these are the bytes themselves.
    private void send(ByteBuf bytes) {
        var _ = encoder.write(bytes);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) throws Exception {
        progress.readComplete();
        if (wrote) {
            wrote = false;
            flush(context);
        }
        super.channelReadComplete(context);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        // An interim answer, such as 100 Continue, is not yet the answer.
        if (message instanceof LastHttpContent
                && !(message instanceof HttpResponse interim && interim.status().code() < 200)) {
            withVertx--;
        }
        super.write(context, message, promise);
    }

    @Override
    public void flush(ChannelHandlerContext context) throws Exception {
        progress.wrote();
        super.flush(context);
    }
}
