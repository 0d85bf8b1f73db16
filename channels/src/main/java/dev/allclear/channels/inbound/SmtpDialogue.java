package dev.allclear.channels.inbound;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What is said in one connection (RFC 5321), with the codes of RFC 3463.
final class SmtpDialogue {

    private static final Logger LOG = System.getLogger(SmtpDialogue.class.getName());

    /// RFC 5321 asks for 512, and more for each extension; nobody's address is longer than that.
    private static final int LONGEST_COMMAND = 1_000;

    private static final Pattern PATH = Pattern.compile("<([^<>\\s]{0,320})>((?: \\S{1,200}){0,10})");
    private static final Pattern SIZE = Pattern.compile("(?i)SIZE=([0-9]{1,18})");
    private static final Pattern KNOWN = Pattern.compile("(?i)BODY=(7BIT|8BITMIME)|SMTPUTF8");

    private final Intake intake;
    private final SmtpLimits limits;
    private final SmtpLines in;
    private final OutputStream out;

    private final List<String> recipients = new ArrayList<>();
    private boolean greeted;
    private boolean hasSender;
    private boolean open = true;
    private int mistakes;

    SmtpDialogue(Intake intake, SmtpLimits limits, SmtpLines in, OutputStream out) {
        this.intake = intake;
        this.limits = limits;
        this.in = in;
        this.out = out;
    }

    void run() throws IOException {
        say("220 " + intake.domain() + " ESMTP for returned mail");
        try {
            for (var commands = 0; open; commands++) {
                if (commands >= limits.commands() || mistakes >= limits.mistakes()) {
                    end("421 4.7.0 Enough for one connection");
                    return;
                }
                next();
            }
        } catch (SmtpLines.Broken broken) {
            end("521 5.5.2 " + broken.what() + " is not taken here");
        }
    }

    private void next() throws IOException {
        try {
            var line = in.command(LONGEST_COMMAND);
            var blank = line.indexOf(' ');
            var verb = (blank < 0 ? line : line.substring(0, blank)).toUpperCase(Locale.ROOT);
            answer(verb, blank < 0 ? "" : line.substring(blank + 1).strip());
        } catch (SmtpLines.TooLong tooLong) {
            mistake("500 5.5.2 Line too long");
        }
    }

    private void answer(String verb, String rest) throws IOException {
        switch (verb) {
            case "EHLO" -> hello(rest, true);
            case "HELO" -> hello(rest, false);
            case "MAIL" -> mail(rest);
            case "RCPT" -> recipient(rest);
            case "DATA" -> data(rest);
            case "RSET" -> {
                forget();
                say("250 2.0.0 Forgotten");
            }
            case "NOOP" -> say("250 2.0.0 Still here");
            case "VRFY" -> say("252 2.1.5 Send it, and it will be seen");
            case "HELP" -> say("214 2.0.0 RFC 5321; only mail that comes back to us is taken");
            case "QUIT" -> end("221 2.0.0 Goodbye");
            case "EXPN", "TURN", "ETRN", "AUTH", "STARTTLS", "BDAT" -> mistake("502 5.5.1 Not offered here");
            default -> mistake("500 5.5.1 Unknown command");
        }
    }

    private void hello(String name, boolean extended) throws IOException {
        if (name.isEmpty()) {
            mistake("501 5.5.4 Say who you are");
            return;
        }
        forget();
        greeted = true;
        if (!extended) {
            say("250 " + intake.domain());
            return;
        }
        say(
                "250-" + intake.domain(),
                "250-SIZE " + limits.mailSize(),
                "250-PIPELINING",
                "250-8BITMIME",
                "250-SMTPUTF8",
                "250 ENHANCEDSTATUSCODES");
    }

    private void mail(String rest) throws IOException {
        if (!greeted || hasSender) {
            mistake(greeted ? "503 5.5.1 One mail after the other" : "503 5.5.1 Say EHLO first");
            return;
        }
        var path = path(rest, "FROM:");
        if (path.isEmpty()) {
            mistake("501 5.1.7 Write MAIL FROM:<address>");
            return;
        }
        for (var parameter : path.get().parameters()) {
            var size = SIZE.matcher(parameter);
            if (size.matches() && Long.parseLong(size.group(1)) > limits.mailSize()) {
                say("552 5.3.4 Nothing larger than " + limits.mailSize() + " bytes is taken");
                return;
            }
            if (!size.matches() && !KNOWN.matcher(parameter).matches()) {
                mistake("555 5.5.4 Unknown parameter");
                return;
            }
        }
        hasSender = true;
        say("250 2.1.0 Ok");
    }

    private void recipient(String rest) throws IOException {
        if (!hasSender) {
            mistake("503 5.5.1 Say MAIL first");
            return;
        }
        var path = path(rest, "TO:");
        if (path.isEmpty()) {
            mistake("501 5.1.3 Write RCPT TO:<address>");
        } else if (!path.get().parameters().isEmpty()) {
            mistake("555 5.5.4 Unknown parameter");
        } else if (recipients.size() >= limits.recipients()) {
            say("452 4.5.3 Too many recipients for one mail");
        } else {
            recipient(path.get());
        }
    }

    private void recipient(Path path) throws IOException {
        try {
            if (intake.takes(path.address())) {
                recipients.add(path.address());
                say("250 2.1.5 Ok");
            } else {
                mistake("550 5.1.1 No such address; only mail that comes back to us is taken");
            }
        } catch (RuntimeException storeAway) {
            LOG.log(Level.WARNING, "returned mail has to wait", storeAway);
            say("451 4.3.0 Try again later");
        }
    }

    private void data(String rest) throws IOException {
        if (!rest.isEmpty()) {
            mistake("501 5.5.4 DATA stands alone");
        } else if (recipients.isEmpty()) {
            mistake(hasSender ? "554 5.5.1 No valid recipients" : "503 5.5.1 Say MAIL and RCPT first");
        } else if (in.hasMore()) {
            // The mail before we agreed to take it: RFC 2920, 3.1 forbids it, and smugglers need it.
            end("554 5.5.0 Wait for the answer to DATA");
        } else {
            say("354 Go on; end with a dot on a line of its own");
            receive();
            forget();
        }
    }

    private void receive() throws IOException {
        byte[] mail;
        try {
            mail = in.mail(limits.mailSize());
        } catch (SmtpLines.TooLong tooLong) {
            mistake("552 5.3.4 Nothing larger than " + limits.mailSize() + " bytes is taken");
            return;
        }
        try {
            var understood = recipients.stream()
                    .map(recipient -> intake.take(mail, Optional.of(recipient)))
                    .toList();
            // Only now: every consequence is committed.
            if (understood.contains(Intake.Kind.NOT_YET)) {
                say("451 4.3.0 Too early, try again later");
            } else if (understood.stream()
                    .allMatch(kind -> kind == Intake.Kind.UNSIGNED || kind == Intake.Kind.UNREADABLE)) {
                mistake("550 5.6.0 Neither a report nor a wish to unsubscribe; this address takes nothing else");
            } else {
                say("250 2.0.0 Noted");
            }
        } catch (RuntimeException storeAway) {
            LOG.log(Level.WARNING, "returned mail has to wait", storeAway);
            say("451 4.3.0 Try again later");
        }
    }

    /// @param address empty for the sender of reports
    private record Path(String address, List<String> parameters) {}

    private static Optional<Path> path(String rest, String keyword) {
        if (!rest.regionMatches(true, 0, keyword, 0, keyword.length())) {
            return Optional.empty();
        }
        var form = PATH.matcher(rest.substring(keyword.length()).strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        var parameters = form.group(2).strip();
        return Optional.of(new Path(form.group(1), parameters.isEmpty() ? List.of() : List.of(parameters.split(" +"))));
    }

    private void forget() {
        hasSender = false;
        recipients.clear();
    }

    private void mistake(String answer) throws IOException {
        mistakes++;
        say(answer);
    }

    private void end(String answer) throws IOException {
        open = false;
        say(answer);
    }

    private void say(String... lines) throws IOException {
        out.write((String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
