package dev.allclear.edge.holding;

import dev.allclear.Refused;
import dev.allclear.edge.SiteFile;
import java.util.List;
import java.util.regex.Pattern;

/// What nginx and HAProxy must be told to serve the page, ready to be included.
public final class Recipes {

    /// Spaces, quotes and dollars would need another quoting in each proxy.
    private static final Pattern SAFE = Pattern.compile("/[A-Za-z0-9/._+@-]*");

    private Recipes() {}

    /// @param folder in which the files lie, as the proxy sees it
    public static List<SiteFile> all(String folder, Notice notice) {
        if (!SAFE.matcher(folder).matches()) {
            throw new Refused.Invalid(
                    "folder",
                    "Proxies are told the folder's name, so it should hold letters, digits and . _ + @ - only, not "
                            + folder + ".");
        }
        return List.of("nginx-http.conf", "nginx-server.conf", "haproxy.cfg").stream()
                .map(name -> SiteFile.text("/" + name, "text/plain", filled(name, folder, notice)))
                .toList();
    }

    private static String filled(String name, String folder, Notice notice) {
        return Inline.text(name)
                .replace("{folder}", folder)
                .replace("{retry}", Integer.toString(notice.retrySeconds()));
    }
}
