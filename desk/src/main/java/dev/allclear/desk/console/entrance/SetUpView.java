package dev.allclear.desk.console.entrance;

import dev.allclear.desk.console.Door;
import dev.allclear.desk.console.settings.ZoneOptions;
import dev.allclear.desk.web.Form;
import java.util.List;

/// The form of the very first visit.
///
/// @param needsPage whether there is no page yet, so that its name and zone are asked for
/// @param action where the form goes
public record SetUpView(Door door, Form form, boolean needsPage, List<ZoneOptions.Part> zones, String action) {}
