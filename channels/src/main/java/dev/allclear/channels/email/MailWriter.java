package dev.allclear.channels.email;

import dev.allclear.OpaqueId;
import dev.allclear.audience.EmailAddress;
import dev.allclear.delivery.Letter;
import dev.allclear.delivery.Letter.Content;
import dev.allclear.wording.Markdown;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// The one writer of mails: nothing else makes MIME. The same letter always gives the same bytes.
///
/// All mails of one story carry the same subject, word for word and without `Re:`, and point to the same root that
/// nobody ever received: Gmail, Outlook and Apple Mail all join mails whose references meet, and Gmail and Outlook part
/// them again when the subject differs. What is new stands at the beginning of the preview that inboxes show instead.
public final class MailWriter {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);
    private static final String NOWHERE = "allclear.invalid";

    private final EmailAddress sender;
    private final Markdown markdown;
    private final Function<Letter, EmailAddress> returnPath;
    private final Function<Letter, Optional<EmailAddress>> unsubscribeAddress;
    private final MailSigner signer;
    private final Composer composer;
    private final Shapes shapes = new Shapes();
    private final PreparedMails mails = new PreparedMails();

    /// Mails come back to the sender, are not signed, and unsubscribed on the web.
    ///
    /// @param sender the address in `From`
    /// @param markdown turns operators' words into safe HTML
    public MailWriter(EmailAddress sender, Markdown markdown) {
        this(sender, markdown, _ -> sender, _ -> Optional.empty(), MailSigner.NONE);
    }

    private MailWriter(
            EmailAddress sender,
            Markdown markdown,
            Function<Letter, EmailAddress> returnPath,
            Function<Letter, Optional<EmailAddress>> unsubscribeAddress,
            MailSigner signer) {
        this.sender = sender;
        this.markdown = markdown;
        this.returnPath = returnPath;
        this.unsubscribeAddress = unsubscribeAddress;
        this.signer = signer;
        this.composer = new Composer(markdown);
    }

    /// @param address to which a mail comes back that can't be delivered: the envelope's sender
    public MailWriter returningTo(Function<Letter, EmailAddress> address) {
        return new MailWriter(sender, markdown, address, unsubscribeAddress, signer);
    }

    /// @param address to which a reader may write instead of following the link; empty for none
    public MailWriter unsubscribedAt(Function<Letter, Optional<EmailAddress>> address) {
        return new MailWriter(sender, markdown, returnPath, address, signer);
    }

    public MailWriter signedBy(MailSigner other) {
        return new MailWriter(sender, markdown, returnPath, unsubscribeAddress, other);
    }

    /// The sender for an installation that has not named one: `status@` its host. A host that can't have mail, such as
    /// an IP address or localhost, becomes one that never will.
    public static EmailAddress senderAt(URI base) {
        var host = base.getHost() == null ? "" : base.getHost().toLowerCase(Locale.ROOT);
        var named = host.contains(".") && !host.matches("[0-9.]+|.*:.*");
        return new EmailAddress("status@" + (named ? host : NOWHERE));
    }

    EmailAddress sender() {
        return sender;
    }

    /// @throws UnsafeHeader when something in it must not become a header
    WrittenMail write(Letter letter) {
        // What goes to one person alone needs no keeping.
        var prepared = letter.content().isNews() ? mails.of(letter, this::prepare) : prepare(letter);
        var mail = prepared.filled(gap -> filling(gap, letter));
        return new WrittenMail(returnPath.apply(letter), letter.to(), signed(mail));
    }

    /// How many bytes that letter has as a mail.
    public int length(Letter letter) {
        return write(letter).bytes().length;
    }

    private PreparedMail prepare(Letter letter) {
        var plain = composer.compose(letter);
        var placeholders = Placeholders.notIn(shapes.text(plain), shapes.html(plain));
        var mail = composer.compose(placeholders.in(letter));
        var body = new MimeParts(news(letter), placeholders, shapes.text(mail), shapes.html(mail), mail.attachment());
        var draft = new Draft();
        headers(letter, mail.subject(), body, draft);
        body.write(draft.ascii("\r\n"));
        return draft.end();
    }

    private void headers(Letter letter, String subject, MimeParts body, Draft draft) {
        draft.bytes(new Headers()
                        .parts("Date", DATE.format(letter.at().atZone(letter.zone())))
                        .mailbox("From", letter.page().name(), sender)
                        .bytes())
                .gap(Gap.TO)
                .bytes(new Headers().text("Subject", subject).bytes())
                .gap(Gap.MESSAGE_ID);
        if (letter.content().isNews()) {
            story(letter, draft);
        }
        draft.bytes(new Headers()
                // RFC 3834, and the same for Exchange: no out-of-office answers. No "Precedence: bulk": it does no more
                // for answers, and may file the news of an outage away as advertising.
                .parts("Auto-Submitted", "auto-generated")
                .parts("X-Auto-Response-Suppress", "All")
                .parts("Content-Language", letter.language().tag())
                .parts("MIME-Version", "1.0")
                .parts("Content-Type", body.contentType())
                .bytes());
    }

    /// What only mails to subscribers carry. One who has not confirmed yet has nothing to unsubscribe from.
    private void story(Letter letter, Draft draft) {
        var root = "<" + thread(letter) + "@" + sender.domain() + ">";
        draft.bytes(new Headers()
                        .parts("In-Reply-To", root)
                        .parts("References", root)
                        .named(
                                "List-Id",
                                letter.page().name(),
                                "<" + letter.page().slug() + "." + sender.domain() + ">")
                        .bytes())
                .gap(Gap.LIST_UNSUBSCRIBE)
                .bytes(new Headers()
                        // RFC 8058: one click in the mail program, without a visit to the page.
                        .parts("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
                        .parts(
                                "Feedback-ID",
                                kind(letter.content()) + ":" + letter.page().slug() + ":allclear")
                        .bytes());
    }

    private byte[] filling(Gap gap, Letter letter) {
        return switch (gap) {
            case TO ->
                new Headers().parts("To", "<" + letter.to().value() + ">").bytes();
            case MESSAGE_ID ->
                new Headers()
                        .parts("Message-ID", "<" + messageId(letter) + "@" + sender.domain() + ">")
                        .bytes();
            case LIST_UNSUBSCRIBE ->
                new Headers().parts("List-Unsubscribe", unsubscribe(letter)).bytes();
            case TEXT_MANAGE -> inText(letter.links().manage());
            case TEXT_UNSUBSCRIBE -> inText(letter.links().unsubscribe());
            case TEXT_CONFIRM -> inText(confirm(letter).toString());
            case HTML_MANAGE -> inHtml(letter.links().manage());
            case HTML_UNSUBSCRIBE -> inHtml(letter.links().unsubscribe());
            case HTML_CONFIRM -> inHtml(confirm(letter).toString());
        };
    }

    private static URI confirm(Letter letter) {
        return switch (letter.content()) {
            case Content.Confirmation(var confirm) -> confirm;
            default -> throw new IllegalArgumentException("there is nothing to confirm");
        };
    }

    private static byte[] inText(String address) {
        return QuotedPrintable.inGap(address);
    }

    /// Between double quotes.
    private static byte[] inHtml(String address) {
        return QuotedPrintable.inGap(address.replace("&", "&amp;")
                .replace("\"", "&#34;")
                .replace("'", "&#39;")
                .replace("<", "&lt;"));
    }

    private String[] unsubscribe(Letter letter) {
        var link = "<" + letter.links().unsubscribe() + ">";
        return unsubscribeAddress
                .apply(letter)
                .map(address -> new String[] {link + ",", "<mailto:" + address.value() + ">"})
                .orElseGet(() -> new String[] {link});
    }

    private static String kind(Content content) {
        return switch (content) {
            case Content.OfUpdate _ -> "incident";
            case Content.OfReport _ -> "report";
            case Content.OfCorrection _ -> "correction";
            case Content.OfReminder _ -> "reminder";
            case Content.OfHandover _ -> "handover";
            case Content.OfMaintenance _ -> "maintenance";
            case Content.Confirmation _ -> "confirmation";
        };
    }

    /// The same on every attempt, so that a mail server or reader can tell a repeat.
    private static String messageId(Letter letter) {
        return news(letter) + "." + letter.id().value();
    }

    /// What is told, whoever reads it.
    private static String news(Letter letter) {
        return thread(letter) + "."
                + switch (letter.content()) {
                    case Content.OfUpdate(var _, var update, var _, var _) ->
                        update.id().value();
                    case Content.OfMaintenance(var _, var notice) -> notice.id().value();
                    case Content.OfReport _ -> "report";
                    case Content.OfCorrection(var _, var update, var _, var _) ->
                        update.id().value() + ".correction"
                                + update.corrections().size();
                    case Content.OfHandover _ -> "handover";
                    case Content.OfReminder reminder ->
                        "reminder-" + reminder.step().key();
                    case Content.Confirmation _ -> "confirm";
                };
    }

    private static String thread(Letter letter) {
        return OpaqueId.checked("thread", letter.thread());
    }

    private byte[] signed(byte[] mail) {
        var signature = signer.sign(mail, bodyOf(mail)).getBytes(StandardCharsets.US_ASCII);
        if (signature.length == 0) {
            return mail;
        }
        var signed = Arrays.copyOf(signature, signature.length + mail.length);
        System.arraycopy(mail, 0, signed, signature.length, mail.length);
        return signed;
    }

    /// Behind the first empty line.
    private static int bodyOf(byte[] mail) {
        var at = 0;
        while (mail[at] != '\n' || mail[at + 1] != '\r') {
            at++;
        }
        return at + 3;
    }
}
