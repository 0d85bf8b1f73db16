package dev.allclear.maintenance;

import dev.allclear.Refused;
import dev.allclear.Text;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

/// What customers need to know of planned work beside what and when. Whatever is empty has not been said.
///
/// @param why the reason, in words that customers know
/// @param stops what they can't do meanwhile
/// @param goesOn what goes on as usual
/// @param contact whom to ask: an address, a number, a place
/// @param links articles that say more
/// @param emergency why it can't wait as long as the policy asks; empty for work that is announced in time
/// @param byItself whether it starts and ends by itself at the planned times
public record Details(
        Optional<String> why,
        Optional<String> stops,
        Optional<String> goesOn,
        Todo todo,
        Optional<String> contact,
        List<URI> links,
        Optional<String> emergency,
        boolean byItself) {

    public static final Details NONE = new Details(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            new Todo.Unsaid(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            false);

    private static final int LONGEST = 500;

    public Details {
        why = line("why", why);
        stops = line("stops", stops);
        goesOn = line("goes_on", goesOn);
        contact = line("contact", contact);
        emergency = line("emergency", emergency);
        links = List.copyOf(links);
    }

    private static Optional<String> line(String field, Optional<String> text) {
        return text.filter(one -> !one.isBlank()).map(one -> line(field, one));
    }

    /// One of them as it is kept.
    public static String line(String field, String text) {
        return Text.line(field, text, LONGEST);
    }

    /// An article that says more.
    public static URI link(String address) {
        try {
            var link = new URI(address);
            if (link.getHost() != null && ("https".equals(link.getScheme()) || "http".equals(link.getScheme()))) {
                return link;
            }
        } catch (URISyntaxException _) {
            // Said below.
        }
        throw new Refused.Invalid("links", "Give whole addresses, such as https://help.example.com/move.");
    }

    public Details withEmergency(String reason) {
        return new Details(why, stops, goesOn, todo, contact, links, Optional.of(reason), byItself);
    }

    public Details goingByItself() {
        return new Details(why, stops, goesOn, todo, contact, links, emergency, true);
    }
}
