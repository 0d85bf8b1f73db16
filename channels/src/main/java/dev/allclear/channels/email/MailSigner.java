package dev.allclear.channels.email;

/// Vouches for finished mails, so that receivers can tell ours from a forger's; DKIM (RFC 6376) is one way.
///
/// It is asked once for every mail, by many threads at once.
public interface MailSigner {

    /// Adds nothing.
    MailSigner NONE = (_, _) -> "";

    /// @param mail to the byte as it is sent, but for the dots that SMTP doubles; it must not be changed
    /// @param body where the body begins, behind the empty line that ends the headers
    /// @return header lines of ASCII to put in front, each ended by CRLF; empty for none
    String sign(byte[] mail, int body);
}
