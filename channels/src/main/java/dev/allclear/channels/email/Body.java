package dev.allclear.channels.email;

import dev.allclear.channels.email.Composition.Link;
import dev.allclear.channels.email.Composition.Section;
import dev.allclear.status.State;
import java.util.List;

/// The part of a mail that differs from one kind of news to the next; see `Composition` for the names.
///
/// @param gist the heart of the news in plain words, of any length
record Body(String label, State mark, String title, String lead, String gist, List<Section> sections, Link button) {}
