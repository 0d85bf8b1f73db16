package dev.allclear.channels.dkim;

import java.security.MessageDigest;

/// The hash of a body in the form that survives trimmed and doubled blanks on the way (RFC 6376, 3.4.4).
final class RelaxedBody {

    private final byte[] relaxed;
    private int length;

    private RelaxedBody(int longest) {
        // A body that does not end its last line grows by that end.
        this.relaxed = new byte[longest + 2];
    }

    static byte[] hash(byte[] mail, int body, MessageDigest digest) {
        var one = new RelaxedBody(mail.length - body);
        one.relax(mail, body);
        digest.update(one.relaxed, 0, one.length);
        return digest.digest();
    }

    private void relax(byte[] mail, int body) {
        var blank = false;
        // Ends of lines wait: those at the very end are not part of it.
        var lines = 0;
        for (var at = body; at < mail.length; at++) {
            var one = mail[at];
            if (one == ' ' || one == '\t') {
                blank = true;
            } else if (one == '\r' && at + 1 < mail.length && mail[at + 1] == '\n') {
                blank = false;
                lines++;
                at++;
            } else {
                for (; lines > 0; lines--) {
                    endLine();
                }
                if (blank) {
                    relaxed[length++] = ' ';
                    blank = false;
                }
                relaxed[length++] = one;
            }
        }
        if (length > 0) {
            endLine();
        }
    }

    private void endLine() {
        relaxed[length++] = '\r';
        relaxed[length++] = '\n';
    }
}
