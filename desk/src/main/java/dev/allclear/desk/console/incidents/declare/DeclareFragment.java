package dev.allclear.desk.console.incidents.declare;

import dev.allclear.desk.console.incidents.preview.Preview;
import java.util.Map;

/// What the script puts into the form for a new incident while somebody types.
///
/// @param lacks what is still missing, for each field of a playbook; an empty sentence where nothing is
public record DeclareFragment(Preview preview, Map<String, String> lacks) {}
