package dev.allclear.playbook;

import dev.allclear.page.Page;
import dev.allclear.status.Area;
import dev.allclear.status.Catalogue;
import dev.allclear.status.Component;
import dev.allclear.status.Region;
import dev.allclear.wording.Times;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// What a playbook can tell without asking anybody: the page knows it, or what was ticked as hit.
///
/// @param site where the public reads
public record Known(Page page, URI site, Catalogue catalogue, Instant now) {

    /// @param since when customers first felt it
    public Values of(Playbook playbook, Set<Area> areas, Instant since) {
        var language = playbook.language();
        return Values.none(Formats.of(language, new Times(language, page.zone()), now))
                .text(Variable.BRAND, page.name())
                .text(Variable.PRODUCT, page.name())
                .text(Variable.STATUS_URL, site.toString())
                .text(Variable.CONTACT, page.support().map(Known::readable).orElse(""))
                .names(Variable.COMPONENTS, components(areas))
                .names(Variable.REGIONS, regions(areas))
                .moment(Variable.SINCE, since);
    }

    private static String readable(URI support) {
        return support.toString().replaceFirst("^mailto:", "");
    }

    private List<String> components(Set<Area> areas) {
        return areas.stream()
                .flatMap(area -> catalogue.component(area.component()).stream())
                .map(Component::name)
                .distinct()
                .sorted()
                .toList();
    }

    private List<String> regions(Set<Area> areas) {
        return areas.stream()
                .flatMap(area -> area.region().flatMap(catalogue::region).stream())
                .map(Region::name)
                .distinct()
                .sorted()
                .toList();
    }
}
