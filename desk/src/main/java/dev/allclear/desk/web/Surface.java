package dev.allclear.desk.web;

import java.util.List;

/// Routes that belong together and refuse in the same manner: the console, the API, the pages for subscribers.
public interface Surface {

    /// The paths under which everything is this surface's, also what isn't there.
    List<String> prefixes();

    List<Route> routes();

    /// Says no in this surface's manner: a page, a form with its faults, problem+json.
    ///
    /// @param ask as far as it was understood: for a request that fits no route its variables are missing
    Answer refused(Ask ask, Refusal refusal);
}
