package dev.allclear.roster;

import java.util.Map;

/// One subscriber as a file has them.
///
/// @param number of the line in the file on which it begins, from 1
/// @param fields what is said; nothing is said by blank fields
public record Line(long number, Map<Column, String> fields) {

    public Line {
        fields = Map.copyOf(fields);
    }

    String get(Column column) {
        return fields.getOrDefault(column, "");
    }

    boolean says(Column column) {
        return fields.containsKey(column);
    }
}
