package dev.allclear.desk.console.settings;

import dev.allclear.desk.console.Frame;
import dev.allclear.desk.console.Option;
import dev.allclear.desk.web.Form;
import java.util.List;

/// The page's settings.
///
/// @param accent the colour as it is now
public record SettingsView(
        Frame frame, Form form, long version, List<ZoneOptions.Part> zones, List<Option> languages, String accent) {}
