/// `/desk/sending`: the keys that sign mails, and what receivers find in DNS about us.
@NullMarked
package dev.allclear.desk.console.sending;

import org.jspecify.annotations.NullMarked;
