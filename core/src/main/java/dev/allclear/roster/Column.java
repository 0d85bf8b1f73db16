package dev.allclear.roster;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a file may say of a subscriber, by the heads under which the exports of other systems have it too.
public enum Column {
    EMAIL("email", "email_address", "e_mail", "mail", "address", "subscriber_email"),
    STATE("state", "status", "standing"),
    MODE("mode", "type", "channel", "subscriber_type"),
    COMPONENTS("components", "component", "component_names", "services"),
    COMPONENT_IDS("component_ids", "component_id"),
    GROUPS("groups", "group", "component_groups", "group_names"),
    GROUP_IDS("group_ids", "group_id", "component_group_ids"),
    REGIONS("regions", "region", "region_names"),
    REGION_IDS("region_ids", "region_id"),
    KINDS("kinds", "kind", "events"),
    LANGUAGE("language", "locale", "lang"),
    TIME_ZONE("time_zone", "timezone", "zone", "tz"),
    TAGS("tags", "tag", "labels"),
    CONSENT_AT("consent_at", "consent_date", "confirmed_at", "verified_at", "subscribed_at", "opted_in_at"),
    CONSENT_SOURCE("consent_source", "consent_proof", "proof", "consent", "opt_in_source"),
    PAUSED_UNTIL("paused_until"),
    QUARANTINED_AT("quarantined_at", "quarantined"),
    CREATED_AT("created_at", "created");

    /// With blanks between.
    private final String heads;

    Column(String... heads) {
        this.heads = String.join(" ", heads);
    }

    /// As we write it.
    public String head() {
        return heads.split(" ", 2)[0];
    }

    /// @param head however it is written: `Time zone`, `time_zone`, `TIME-ZONE`
    public static Optional<Column> of(String head) {
        var plain = head.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
        return Arrays.stream(values())
                .filter(column -> List.of(column.heads.split(" ", -1)).contains(plain))
                .findFirst();
    }
}
