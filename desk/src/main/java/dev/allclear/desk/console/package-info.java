/// The frame of the desk's screens at `/desk`, and what its screens share. Each part of the desk is a package below
/// this one with a class that is [Screens]; [Console] makes one surface of them.
///
/// ## A screen
/// ```java
/// public final class People implements Screens {
///     private final Room room;                       // front doors, templates, links, Markdown: see Room
///
///     public List<Route> routes() {
///         return List.of(Route.get("/desk/people", Access.signedIn(Permission.MANAGE_PEOPLE), this::list));
///     }
///
///     private Answer list(Ask ask) {
///         var frame = room.frame(ask, Place.PEOPLE, "People and keys");   // the title of the tab, without the page's
/// name
///         if (ask.query().has("invited")) {
///             frame = frame.saying("good", "Invited.", "The link is below.");   // notice above the screen, gets the
/// focus
///         }
///         return room.page(200, "console/people/list.jte", new PeopleView(frame, ...));
///     }
/// }
/// ```
/// Accepted forms end with `Answer.seeOther(ask.link("/desk/people") + "?invited")`. A screen with a publish bar takes
/// `frame.forAuthoring()`.
///
/// ```html
/// @template.console.frame(frame = view.frame(), content = @`
/// @template.console.part-head(title = "People", sub = @`Who works here.`, actions = @`<a class="button" …>…</a>`)
/// …
/// `)
/// ```
/// Before anybody is signed in: `Door.of(ask, "Sign in")` and `@template.console.frame-door(door = view.door(), content
/// = …)`.
///
/// ## Pieces
/// One template per piece, `console/part-*.jte`; parameters with a default can be left out.
/// - links: `${frame.link("/desk/people")}`; who may what: `frame.may(Permission.X)`, `frame.mayPublish()`
/// - times: `part-time(watch = frame.watch(), at = instant, kind = "clock" | "moment" | "day" | "due" | "ago")`
/// - a form: `<form method="post" action="…" novalidate data-guard>`, first `part-token(frame = frame)`; a form with a
///   publish bar begins with `part-first` instead (Enter must never publish)
/// - rows, each with its fault beside it from the `Form`: `part-text`, `part-area`, `part-select`, `part-when`,
///   `part-segments` (radio buttons), `part-chips` and `part-check` (tick boxes); any other control in `part-row`
/// - refused: answer 422 with the same screen, `part-faults(form = form)` before the form, `data-kept` on it. A fault
///   links to the control whose id is the name of its field
/// - times that people type: `part-when` and, once in the form, `part-zone(frame = frame)`; read with `TypedTimes`.
/// Fill it
///   in with `watch.field(instant)`; a form that holds `zone` is taken for typed and shown as it was typed
/// - `part-notice`, `part-empty`, `part-fold`, `part-table` with `Column`, `part-pager` with `Portion`, `part-filters`
/// with
///   `Filter`, `part-search`, `part-state`, `part-severity`, `part-icon`, `part-shape`, `part-bar`, `part-delivery`
/// - words: `Words.of(state)`, `Words.capital(key)`, `Words.number(1240)`, `Words.count(n, "mail", "mails")`
///
/// ## What the console says no with
/// Whatever flies as `Refused` and isn't caught becomes a screen of [Refusals]: 403 says whom to ask, 404, 409, 422,
/// 429, 500.
@NullMarked
package dev.allclear.desk.console;

import org.jspecify.annotations.NullMarked;
