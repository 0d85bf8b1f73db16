/// Messages prepared in peace for the day when something fails: templates that are filled from the incident's fields.
///
/// A playbook is one readable text per language, `<language>/<slug>.md`. It says when to use it, what it asks for, and
/// what to say in each phase. In its texts
///
/// - `{impact}` stands for a field of the incident. There are those of [Variable] and no others. Without a field the
///   message can't be written, and filling it says which one is missing.
/// - `[[Affected: {scope}.]]` vanishes as a whole while its field is empty.
/// - `[[if no workaround yet: There is no workaround yet.]]` stands in that state alone; [Condition] has them all.
/// - `Title:` may come several times: the first one that is complete and fits 60 characters is taken.
///
/// Everything else is Markdown. What operators type into fields is inserted as it is and never read as a template.
@NullMarked
package dev.allclear.playbook;

import org.jspecify.annotations.NullMarked;
