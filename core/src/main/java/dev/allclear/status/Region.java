package dev.allclear.status;

import dev.allclear.Text;

/// A place where components run and can fail on their own: Europe, us-east-1, the Lyon warehouse.
public record Region(RegionId id, String name, int position) {
    public Region {
        name = Text.line("name", name, 80);
    }
}
