package dev.allclear.sender;

import dev.allclear.sender.Dns.Kind;
import dev.allclear.sender.Dns.Reply;
import dev.allclear.sender.Finding.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/// What receivers of our mail find in DNS, and what has to be published so that they like it.
///
/// @param domain of the address in `From`
/// @param returnDomain to which mail comes back: SPF is asked there
/// @param host the server to which we hand our mail over, which may not be the one that sends it on
public record SelfCheck(Dns dns, String domain, String returnDomain, Optional<String> host) {

    /// Takes as long as DNS takes.
    public List<Finding> run() {
        List<Callable<Finding>> questions = List.of(this::spf, this::dmarc, this::mx, this::ptr);
        // Side by side: where DNS does not answer, whoever looks waits once.
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return questions.stream().map(threads::submit).toList().stream()
                    .map(SelfCheck::answer)
                    .toList();
        }
    }

    private static Finding answer(Future<Finding> question) {
        try {
            return question.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken.getCause());
        }
    }

    /// What stands in DNS of a key that signs.
    public Finding signature(SigningKey key) {
        var line = key.zoneLine();
        return switch (dns.ask(key.name(), Kind.TXT)) {
            case Reply.Unanswered(var why) -> Finding.unanswered("DKIM", why);
            case Reply.None _ ->
                new Finding("DKIM", Verdict.MISSING, "The record of " + key.selector() + " is not there.", "", line);
            case Reply.Found(var texts) ->
                texts.size() == 1 && key.isIn(texts.getFirst())
                        ? new Finding("DKIM", Verdict.FOUND, "The record of " + key.selector() + " is ours.", "", "")
                        : new Finding(
                                "DKIM",
                                Verdict.WRONG,
                                "Another record stands there than that of " + key.selector() + ".",
                                String.join("\n", texts),
                                line);
        };
    }

    private Finding spf() {
        return switch (dns.ask(returnDomain, Kind.TXT)) {
            case Reply.Unanswered(var why) -> Finding.unanswered("SPF", why);
            case Reply.None _ -> spf(List.of());
            case Reply.Found(var texts) -> spf(SpfReading.records(texts));
        };
    }

    private Finding spf(List<String> records) {
        var proposal =
                line(returnDomain, "v=spf1 " + host.map(one -> "a:" + one).orElse("mx") + " ~all");
        if (records.isEmpty()) {
            return new Finding(
                    "SPF",
                    Verdict.MISSING,
                    "Nothing says which servers may send for " + returnDomain
                            + ". If your mail provider names a record of its own, publish that one.",
                    "",
                    proposal);
        }
        var there = String.join("\n", records);
        if (records.size() > 1) {
            return new Finding("SPF", Verdict.WRONG, "There must be one record; several count as none.", there, "");
        }
        var record = records.getFirst().strip().toLowerCase(Locale.ROOT);
        if (!record.matches(".* [~-]all|.* redirect=\\S+")) {
            var closed = record.replaceFirst(" [+?]?all$", "") + " ~all";
            return new Finding(
                    "SPF",
                    Verdict.WRONG,
                    "It has to end in ~all or -all: as it is, it keeps nobody from sending in your name.",
                    there,
                    line(returnDomain, closed));
        }
        var lookUps = SpfReading.lookUps(dns, record);
        if (lookUps > SpfReading.MOST) {
            return new Finding(
                    "SPF",
                    Verdict.WRONG,
                    "It takes more than 10 look-ups to read, after which receivers give up. Take out what no longer"
                            + " sends for you.",
                    there,
                    "");
        }
        return new Finding(
                "SPF",
                Verdict.FOUND,
                "One record, " + lookUps + " of 10 look-ups. Make sure that it names the servers that send for you.",
                there,
                "");
    }

    private Finding dmarc() {
        for (var name = domain; name.contains("."); name = name.substring(name.indexOf('.') + 1)) {
            switch (dns.ask("_dmarc." + name, Kind.TXT)) {
                case Reply.Unanswered(var why) -> {
                    return Finding.unanswered("DMARC", why);
                }
                case Reply.Found(var texts) -> {
                    var records = texts.stream()
                            .filter(text -> text.toLowerCase(Locale.ROOT).startsWith("v=dmarc1"))
                            .toList();
                    if (!records.isEmpty()) {
                        return dmarc(records);
                    }
                }
                case Reply.None _ -> {
                    // A domain above it may speak for it.
                }
            }
        }
        return new Finding(
                "DMARC",
                Verdict.MISSING,
                "Gmail, Yahoo and Microsoft want one of everybody who sends more than 5,000 mails a day.",
                "",
                line("_dmarc." + domain, "v=DMARC1; p=none"));
    }

    private Finding dmarc(List<String> records) {
        var there = String.join("\n", records);
        var tags = (";" + there.replaceAll("\\s", "") + ";").toLowerCase(Locale.ROOT);
        if (records.size() > 1 || !tags.matches("(?s).*;p=(none|quarantine|reject);.*")) {
            return new Finding(
                    "DMARC",
                    Verdict.WRONG,
                    "There must be one record, with p=none, p=quarantine or p=reject.",
                    there,
                    line("_dmarc." + domain, "v=DMARC1; p=none"));
        }
        var aligned = tags.contains(";aspf=s;")
                ? returnDomain.equals(domain)
                : Stream.of(domain, returnDomain).allMatch(one -> one.endsWith(shorter()) && boundary(one, shorter()));
        return new Finding(
                "DMARC",
                Verdict.FOUND,
                aligned
                        ? "It fits: our signature and SPF both speak for " + domain + "."
                        : "It rests on our signature alone: mail comes back to " + returnDomain
                                + ", which is not aligned with " + domain + ".",
                there,
                "");
    }

    private String shorter() {
        return domain.length() <= returnDomain.length() ? domain : returnDomain;
    }

    private static boolean boundary(String name, String end) {
        return name.length() == end.length() || name.charAt(name.length() - end.length() - 1) == '.';
    }

    private Finding mx() {
        return switch (dns.ask(returnDomain, Kind.MX)) {
            case Reply.Unanswered(var why) -> Finding.unanswered("MX", why);
            case Reply.None _ ->
                new Finding(
                        "MX",
                        Verdict.MISSING,
                        "Mail to " + returnDomain + " has nowhere to go: bounces and complaints would be lost.",
                        "",
                        returnDomain + ". 3600 IN MX 10 " + host.orElse("mail." + returnDomain) + ".");
            case Reply.Found(var values) ->
                values.stream().allMatch(value -> value.matches("\\d+ \\.?"))
                        ? new Finding(
                                "MX",
                                Verdict.WRONG,
                                "It says that " + returnDomain + " takes no mail: bounces would be lost.",
                                String.join("\n", values),
                                returnDomain + ". 3600 IN MX 10 " + host.orElse("mail." + returnDomain) + ".")
                        : new Finding(
                                "MX", Verdict.FOUND, "Bounces find their way back.", String.join("\n", values), "");
        };
    }

    private Finding ptr() {
        if (host.isEmpty()) {
            return new Finding("PTR", Verdict.UNKNOWN, "No mail server is named in the settings yet.", "", "");
        }
        var name = host.get();
        List<String> addresses = new ArrayList<>();
        for (var kind : List.of(Kind.A, Kind.AAAA)) {
            switch (dns.ask(name, kind)) {
                case Reply.Found(var found) -> addresses.addAll(found);
                case Reply.Unanswered(var why) -> {
                    return Finding.unanswered("PTR", why);
                }
                case Reply.None _ -> {
                    // The other kind may do.
                }
            }
        }
        if (addresses.isEmpty()) {
            return new Finding("PTR", Verdict.UNKNOWN, name + " has no public address to look at.", "", "");
        }
        for (var address : addresses) {
            switch (dns.ask(address, Kind.PTR)) {
                case Reply.Unanswered(var why) -> {
                    return Finding.unanswered("PTR", why);
                }
                case Reply.None _ -> {
                    return new Finding(
                            "PTR",
                            Verdict.MISSING,
                            address + " has no name. Whoever owns the address publishes it: your hosting provider.",
                            "",
                            address + " PTR " + name + ".");
                }
                case Reply.Found(var names) -> {
                    if (names.stream().noneMatch(one -> leadsTo(one, address))) {
                        return new Finding(
                                "PTR",
                                Verdict.WRONG,
                                "The name of " + address + " does not lead back to it.",
                                String.join("\n", names),
                                address + " PTR " + name + ".");
                    }
                }
            }
        }
        return new Finding(
                "PTR",
                Verdict.FOUND,
                "Each address of " + name + " has a name that leads back to it.",
                String.join("\n", addresses),
                "");
    }

    private boolean leadsTo(String name, String address) {
        return Stream.of(Kind.A, Kind.AAAA)
                .anyMatch(kind -> dns.ask(name, kind) instanceof Reply.Found(var found) && found.contains(address));
    }

    private static String line(String name, String text) {
        return name + ". 3600 IN TXT \"" + text + "\"";
    }
}
