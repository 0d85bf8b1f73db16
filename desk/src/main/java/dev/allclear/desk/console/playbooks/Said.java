package dev.allclear.desk.console.playbooks;

import dev.allclear.desk.console.SafeHtml;

/// What a playbook says on one occasion.
///
/// @param occasion its heading in the playbook's text: `Investigating`
public record Said(String occasion, String title, SafeHtml html) {}
