package dev.allclear.playbook;

import dev.allclear.PageId;
import dev.allclear.incident.IncidentId;
import dev.allclear.language.Language;
import java.util.List;
import java.util.Optional;

/// The playbooks that each page has written itself, and which one an incident came from, where they are kept.
public interface Playbooks {

    /// The newest version of each, also of those that were taken away.
    List<Edition> newest(PageId page);

    /// All versions of one, newest first.
    List<Edition> editions(PageId page, Slug slug, Language language);

    /// @throws dev.allclear.Refused.ChangedMeanwhile when there is a version of that number already
    void add(PageId page, Edition edition);

    /// Remembers what an incident was declared from.
    void follow(PageId page, IncidentId incident, Slug slug);

    /// @return empty for an incident that was written freely
    Optional<Slug> followed(PageId page, IncidentId incident);
}
