package dev.allclear.channels.email;

import java.net.ProtocolException;

/// What a mail server answers to one command.
///
/// @param text all lines with their codes, parted by line feeds
record SmtpAnswer(int code, String text) {

    /// The code of one line: three digits, then nothing, a blank or a hyphen (RFC 5321, section 4.2).
    static int code(String line) throws ProtocolException {
        if (line.length() < 3
                || !isDigit(line, 0, '2', '5')
                || !isDigit(line, 1, '0', '9')
                || !isDigit(line, 2, '0', '9')
                || !(line.length() == 3 || line.charAt(3) == ' ' || line.charAt(3) == '-')) {
            throw new ProtocolException("its answer is not SMTP: " + line.substring(0, Math.min(80, line.length())));
        }
        return (line.charAt(0) - '0') * 100 + (line.charAt(1) - '0') * 10 + line.charAt(2) - '0';
    }

    private static boolean isDigit(String line, int at, char least, char most) {
        return line.charAt(at) >= least && line.charAt(at) <= most;
    }

    static boolean isContinued(String line) {
        return line.length() > 3 && line.charAt(3) == '-';
    }

    boolean isPositive() {
        return code / 100 == 2;
    }
}
