package dev.allclear.desk.web;

/// A path on this very host, so that no link can send people elsewhere.
public final class LocalPath {

    private LocalPath() {}

    /// Is it one? A browser takes `//host`, `/\host` and control characters within for the way to another site.
    public static boolean isLocal(String path) {
        return path.startsWith("/")
                && !path.startsWith("//")
                && path.chars().allMatch(character -> character > 0x20 && character < 0x7f && character != '\\');
    }

    static String checked(String path) {
        if (!isLocal(path)) {
            throw new IllegalArgumentException("not a path of ours");
        }
        return path;
    }
}
