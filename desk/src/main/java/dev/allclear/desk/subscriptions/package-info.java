/// The pages on which readers subscribe, confirm, change and leave, without an account. They look like the public
/// page and share its style sheet. A GET changes nothing here: programs follow links in mails before people do.
@NullMarked
package dev.allclear.desk.subscriptions;

import org.jspecify.annotations.NullMarked;
