/// Signs mails, so that receivers can tell ours from a forger's: DKIM (RFC 6376), rsa-sha256, relaxed/relaxed.
@NullMarked
package dev.allclear.channels.dkim;

import org.jspecify.annotations.NullMarked;
