/// How requests reach the desk's code. Everything here is plain blocking Java on virtual threads; only
/// `DeskHandler` knows Vert.x.
///
/// ## A surface
/// Screens that belong together are a [Surface]: its path prefixes, its routes, and how it says no. `Routes` is
/// built once from all surfaces; nothing else registers routes, and a [Route] can't be made without an [Access].
///
/// ```java
/// public final class Console implements Surface {
///     public List<String> prefixes() { return List.of("/desk"); }
///
///     public List<Route> routes() {
///         return List.of(
///                 Route.get("/desk", Access.signedIn(Permission.VIEW_DESK), this::home),
///                 Route.get("/desk/incidents/{id}", Access.signedIn(Permission.VIEW_DESK), this::incident),
///                 Route.post("/desk/incidents/{id}/updates", Access.signedIn(Permission.PUBLISH), this::postUpdate),
///                 Route.get("/desk/sign-in", Access.PUBLIC, this::signInForm),
///                 Route.get("/desk/set-up/{secret}", Access.ONE_TIME_LINK, this::setUpForm),
///                 styles.route());                                // Asset.read("/assets/desk.css", "/desk/assets/")
///     }
///
///     /// Called for every Refused that an endpoint lets fly, for 404, 405, 413 and for what broke.
///     public Answer refused(Ask ask, Refusal refusal) {
///         if (refusal.status() == 401 && !ask.changes()) {
///             return Answer.seeOther(ask.link("/desk/sign-in"));
///         }
///         return templates.page(refusal.status(), "console/refused.jte", new RefusedView(...));
///     }
/// }
/// ```
///
/// Fixed words win over variables (`/desk/drafts/new` before `/desk/drafts/{id}`). Paths are registered without a
/// page's prefix; write links with `ask.link("/desk/incidents")`, which puts `/p/<slug>` before them where the
/// request had it. HEAD is answered by GET.
///
/// ## A form that keeps what was typed
/// ```java
/// private Answer postUpdate(Ask ask) {
///     var typed = ask.form();                               // urlencoded, strict UTF-8; typed.all("areas")
///     try {
///         var faults = new Faults();                              // collects all faults, not only the first
///         var text = faults.read(() -> Text.prose("text", typed.get("text"), 20_000));
///         var due = faults.read("nextUpdateDue", () -> readTime(typed.get("nextUpdateDue")));
///         faults.refuseIfAny();
///         desk.postUpdate(ask.page().id(), id, new Word(stage, text.orElseThrow(), ...), seen, ask.actor());
///         return Answer.seeOther(ask.link("/desk/incidents/" + id.value()));
///     } catch (Refused.Invalid invalid) {
///         return show(ask, 422, Form.refused(typed, invalid));  // form.value(..), .isChosen(..), .fault(..)
///     }
/// }
/// ```
/// Each form of somebody signed in carries `<input type="hidden" name="_token"
/// value="${person.session().formToken()}">` (`ask.person()`); scripts send the same in the header
/// `X-Form-Token`. Where a form came from is checked before the endpoint is called.
///
/// ## A page
/// `templates.page(200, "console/home/home.jte", view)`: one `@param`, a record made for that page. Answers get a
/// strict Content-Security-Policy (no inline script or style, no `style` attributes) and `no-store`; an answer
/// that sets one of these headers itself keeps its own. HTML that isn't ours goes through `Sandbox.of(html)` into
/// an `<iframe sandbox src="...">`.
///
/// ## People
/// `dev.allclear.desk.accounts.SignIn` reads the forms for setting up, signing in, choosing and changing a
/// password, and sets and clears the cookie; the screens only show the forms. See its methods for the names of
/// the fields.
@NullMarked
package dev.allclear.desk.web;

import org.jspecify.annotations.NullMarked;
