package dev.allclear.desk.console;

import dev.allclear.desk.web.Route;
import java.util.List;

/// The screens of one part of the desk, with the right that each needs.
public interface Screens {

    List<Route> routes();
}
