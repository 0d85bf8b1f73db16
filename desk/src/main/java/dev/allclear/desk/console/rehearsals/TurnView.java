package dev.allclear.desk.console.rehearsals;

import java.time.Instant;

/// Something that has happened in the rehearsed outage, as somebody tells the team.
public record TurnView(Instant at, String words) {}
