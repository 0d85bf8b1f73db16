package dev.allclear.desk.console;

import dev.allclear.people.Permission;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Where in the desk a screen belongs: the entries of the menu, in their order, and two that aren't in it.
public enum Place {
    HOME("/desk", "Open and owed", Permission.VIEW_DESK),
    INCIDENTS("/desk/incidents", "Incidents", Permission.VIEW_DESK),
    DRAFTS("/desk/drafts", "Drafts", Permission.DRAFT),
    REVIEW("/desk/review", "Kept promises", Permission.VIEW_DESK),
    MAINTENANCE("/desk/maintenance", "Maintenance", Permission.VIEW_DESK),
    PLAYBOOKS("/desk/playbooks", "Playbooks", Permission.VIEW_DESK),
    REHEARSALS("/desk/rehearsals", "Rehearsals", Permission.VIEW_DESK),
    COMPONENTS("/desk/components", "Components", Permission.MANAGE_CATALOGUE),
    SUBSCRIBERS("/desk/subscribers", "Subscribers", Permission.MANAGE_SUBSCRIBERS),
    MAILS("/desk/mails", "Mails", Permission.VIEW_DESK),
    JOURNAL("/desk/journal", "Journal", Permission.VIEW_DESK),
    PEOPLE("/desk/people", "People and keys", Permission.MANAGE_PEOPLE),
    SETTINGS("/desk/settings", "Settings", Permission.MANAGE_PAGE),
    DECLARE("/desk/incidents/new", "Declare incident", Permission.DRAFT),
    NOWHERE("/desk", "", Permission.VIEW_DESK);

    private final String path;
    private final String label;
    private final Permission permission;

    Place(String path, String label, Permission permission) {
        this.path = path;
        this.label = label;
        this.permission = permission;
    }

    /// The entries of the menu.
    static List<Place> menu() {
        return Arrays.stream(values())
                .filter(place -> place.compareTo(DECLARE) < 0)
                .toList();
    }

    public String path() {
        return path;
    }

    public String label() {
        return label;
    }

    /// The name of its icon.
    public String icon() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Permission permission() {
        return permission;
    }
}
