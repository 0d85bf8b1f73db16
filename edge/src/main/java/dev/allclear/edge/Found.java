package dev.allclear.edge;

import io.netty.buffer.ByteBuf;

/// An answer that lies ready.
///
/// @param body shared by all who get it: to be copied from, not read
/// @param now epoch milliseconds, for its date
record Found(Head head, ByteBuf body, long now) {}
