package dev.allclear.roster;

import java.util.Optional;

/// A file of subscribers, read line by line, so that it may be of any length.
public interface Lines {

    /// @return empty at the end
    /// @throws dev.allclear.Refused.Invalid when the rest can't be read
    Optional<Line> next();
}
