package dev.allclear.app.settings;

import java.util.Locale;

/// Everything that can be set, with what the documentation says of it. `docs/configuration.md` is made from this.
public enum Setting {
    PORT("8080", "The port to listen on.", "8080"),
    HOST("127.0.0.1", "The address to listen on. Keep it local and put a reverse proxy with TLS in front.", "0.0.0.0"),
    DATA("./data", "The folder in which everything is kept.", "/var/lib/allclear"),
    BASE_URL(
            "",
            "The address under which readers reach the installation; all links are made from it. Empty: `http://127.0.0.1:PORT`, and any host name is answered.",
            "https://status.example.com"),
    DATABASE_URL(
            "",
            "A PostgreSQL database. Empty: SQLite in the data folder.",
            "jdbc:postgresql://localhost/allclear?user=allclear&password=secret"),
    SMTP_URL(
            "",
            "The mail server. Empty: mails are kept as files in `outbox/` of the data folder and shown in the desk. Several, with blanks between them: the first is preferred, and the next takes a mail at once when the one before is out of reach. `?starttls=required` insists on encryption and checks the certificate (the default where there is a password), `opportunistic` encrypts where the server offers it, `off` never; `smtps://` is encrypted from the start. `?connections=20` says how many connections are held at most, and so how many mails are under way at once.",
            "smtp://user:password@mail.example.com:587?starttls=required"),
    MAIL_FROM("", "The sender of all mails. Empty: `status@` and the host of the base URL.", "status@example.com"),
    RETURN_DOMAIN(
            "",
            "A domain of yours whose mail reaches the listener or the mailbox below. Then each mail has a return address of its own, and dead mailboxes, complaints and wishes to unsubscribe are noted by themselves. Empty: mail comes back to the sender, to be read by people.",
            "returns.example.com"),
    RETURN_LISTEN(
            "",
            "Where a small mail server listens that takes returned mail and nothing else. It knows no encryption: let your mail server hand on the return domain. Empty: none.",
            "127.0.0.1:2526"),
    RETURN_MAILBOX(
            "",
            "An IMAP mailbox in which returned mail arrives. What was read is marked as seen; what makes no sense is flagged for you. Empty: none.",
            "imaps://user:password@mail.example.com/INBOX"),
    API_KEY("", "An API key with all rights on all pages, for automation; at least 32 characters.", "ac_..."),
    TRUSTED_PROXIES(
            "0",
            "How many reverse proxies of your own stand in front. Limits count clients by `X-Forwarded-For` then; with 0 that header is not believed.",
            "1"),
    SECRET(
            "",
            "64 hexadecimal digits that sign the links in mails. Empty: made once and kept in `secret.key` of the data folder. Several nodes need the same.",
            "9f86d081884c7d65..."),
    KAFKA_SERVERS(
            "",
            "Brokers of a Kafka that carries letters between several nodes, with commas between; for those who outgrow one database (see `docs/adr/0010-kafka.md`). While it is away, nodes send what they announce by themselves. Empty: no Kafka, which is what most need.",
            "kafka-1.example.com:9092,kafka-2.example.com:9092"),
    KAFKA_PREFIX("allclear", "How the names of the two topics and of the consumer group begin.", "status"),
    KAFKA_PARTITIONS(
            "12",
            "How many partitions each of the two topics gets where it is missing and has to be made; so many nodes at most send at once.",
            "24"),
    KAFKA_PROPERTIES(
            "",
            "A file with further properties of Kafka's clients, one in each line: encryption, user and password. `zstd`, `lz4` and `snappy` can't be read; `compression.type=gzip` can.",
            "/etc/allclear/kafka.properties");

    private final String standard;
    private final String meaning;
    private final String example;

    Setting(String standard, String meaning, String example) {
        this.standard = standard;
        this.meaning = meaning;
        this.example = example;
    }

    /// What holds when nobody sets it.
    public String standard() {
        return standard;
    }

    public String meaning() {
        return meaning;
    }

    public String example() {
        return example;
    }

    /// In `allclear.yaml` and, with two dashes, on the command line: `base-url`.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String flag() {
        return "--" + key();
    }

    public String environment() {
        return "ALLCLEAR_" + name();
    }
}
