package dev.allclear.people;

/// One right. Every route names the right it needs, and each right the least role that has it.
public enum Permission {
    VIEW_DESK(Role.VIEWER),
    DRAFT(Role.DRAFTER),
    PUBLISH(Role.PUBLISHER),
    MANAGE_CATALOGUE(Role.PUBLISHER),
    MANAGE_SUBSCRIBERS(Role.PUBLISHER),
    MANAGE_PAGE(Role.OWNER),
    MANAGE_PEOPLE(Role.OWNER);

    private final Role least;

    Permission(Role least) {
        this.least = least;
    }

    public Role least() {
        return least;
    }
}
