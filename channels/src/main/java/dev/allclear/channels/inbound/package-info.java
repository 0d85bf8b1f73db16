/// Mail that comes back to us: received by a small SMTP server or from an IMAP mailbox, and read with care, since
/// anybody may have written it.
@NullMarked
package dev.allclear.channels.inbound;

import org.jspecify.annotations.NullMarked;
