package dev.allclear.desk.console;

import dev.allclear.desk.web.Asset;

/// The desk's style sheet, script and mark.
final class Look {

    private static final String FOLDER = "/desk/assets/";

    static final Asset STYLE = Asset.read("/assets/desk.css", FOLDER);
    static final Asset SCRIPT = Asset.read("/assets/desk.js", FOLDER);
    static final Asset MARK = Asset.read("/assets/desk.svg", FOLDER);

    private Look() {}
}
