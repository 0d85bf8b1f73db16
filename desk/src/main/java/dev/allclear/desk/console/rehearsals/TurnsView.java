package dev.allclear.desk.console.rehearsals;

import dev.allclear.desk.console.Watch;
import java.util.List;

/// What has happened so far, and whether more will.
public record TurnsView(Watch watch, List<TurnView> turns, boolean goesOn) {}
