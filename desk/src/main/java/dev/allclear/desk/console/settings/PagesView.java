package dev.allclear.desk.console.settings;

import dev.allclear.desk.console.Column;
import dev.allclear.desk.console.Frame;
import dev.allclear.desk.console.Option;
import dev.allclear.desk.web.Form;
import dev.allclear.page.Page;
import java.util.List;

/// The pages of the installation.
public record PagesView(Frame frame, Form form, List<Row> rows, List<ZoneOptions.Part> zones, List<Option> languages) {

    /// @param address where customers read it
    public record Row(Page page, String address, String role) {
        public String desk() {
            return "/p/" + page.slug() + "/desk";
        }
    }

    public List<Column> columns() {
        return List.of(Column.of("Page"), Column.of("Your role"), new Column("Public page", "opt"));
    }
}
