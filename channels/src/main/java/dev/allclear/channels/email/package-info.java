/// Mail, sent through a pool of connections to a real SMTP server.
@NullMarked
package dev.allclear.channels.email;

import org.jspecify.annotations.NullMarked;
