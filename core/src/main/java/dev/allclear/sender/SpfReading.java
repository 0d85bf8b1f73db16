package dev.allclear.sender;

import dev.allclear.sender.Dns.Kind;
import dev.allclear.sender.Dns.Reply;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// How many look-ups an SPF record costs its reader, which gives up after ten (RFC 7208, 4.6.4).
final class SpfReading {

    static final int MOST = 10;

    private final Dns dns;
    private final Set<String> seen = new HashSet<>();
    private int lookUps;

    private SpfReading(Dns dns) {
        this.dns = dns;
    }

    /// Counts a little further than allowed, and no more.
    static int lookUps(Dns dns, String record) {
        var reading = new SpfReading(dns);
        reading.read(record);
        return reading.lookUps;
    }

    static List<String> records(List<String> texts) {
        return texts.stream()
                .filter(text -> text.toLowerCase(Locale.ROOT).matches("v=spf1( .*)?"))
                .toList();
    }

    private void read(String record) {
        Arrays.stream(record.toLowerCase(Locale.ROOT).split(" +")).skip(1).forEach(this::term);
    }

    private void term(String term) {
        var bare = term.replaceFirst("^[+?~-]", "");
        if (bare.matches("(a|mx|ptr)([:/].*)?|exists:.*")) {
            lookUps++;
        } else if (bare.startsWith("include:")) {
            follow(bare.substring("include:".length()));
        } else if (bare.startsWith("redirect=")) {
            follow(bare.substring("redirect=".length()));
        }
    }

    private void follow(String name) {
        lookUps++;
        // Not in circles, and not where the name depends on the sender.
        if (lookUps <= MOST
                && seen.add(name)
                && !name.contains("%")
                && dns.ask(name, Kind.TXT) instanceof Reply.Found(var texts)) {
            records(texts).stream().findFirst().ifPresent(this::read);
        }
    }
}
