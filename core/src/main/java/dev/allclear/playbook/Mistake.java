package dev.allclear.playbook;

/// Where a playbook can't be understood, and what would be right there.
///
/// @param line from 1
/// @param column from 1
/// @param what one sentence for the person who edits the playbook
public record Mistake(int line, int column, String what) {

    @Override
    public String toString() {
        return "Line " + line + ", column " + column + ": " + what;
    }
}
