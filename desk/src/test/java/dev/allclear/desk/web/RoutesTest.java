package dev.allclear.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoutesTest {

    private record Place(List<String> prefixes, List<Route> routes) implements Surface {

        static Place at(String prefix, Route... routes) {
            return new Place(List.of(prefix), List.of(routes));
        }

        @Override
        public Answer refused(Ask ask, Refusal refusal) {
            return Answer.text(refusal.status(), refusal.title());
        }
    }

    private static Route get(String path) {
        return Route.get(path, Access.PUBLIC, _ -> Answer.text(200, path));
    }

    @Test
    void fixed_words_win_over_variables() {
        var routes = new Routes(List.of(Place.at("/desk", get("/desk/drafts/{id}"), get("/desk/drafts/new"))));

        var found = (Routes.Match.Found) routes.match(Optional.of(Verb.GET), List.of("desk", "drafts", "new"));
        var other = (Routes.Match.Found) routes.match(Optional.of(Verb.GET), List.of("desk", "drafts", "7"));

        assertThat(found.route().path()).isEqualTo("/desk/drafts/new");
        assertThat(other.variables()).containsEntry("id", "7");
    }

    @Test
    void a_wrong_method_is_told_the_right_ones() {
        var routes = new Routes(List.of(Place.at("/desk", get("/desk"))));

        assertThat(routes.match(Optional.of(Verb.POST), List.of("desk"))).isInstanceOf(Routes.Match.WrongVerb.class);
        assertThat(routes.match(Optional.empty(), List.of("desk"))).isInstanceOf(Routes.Match.WrongVerb.class);
        assertThat(routes.match(Optional.of(Verb.GET), List.of("elsewhere"))).isInstanceOf(Routes.Match.Nothing.class);
    }

    @Test
    void the_longest_prefix_answers() {
        var desk = Place.at("/desk", get("/desk"));
        var inner = Place.at("/desk/inner", get("/desk/inner/x"));
        var routes = new Routes(List.of(desk, inner));

        assertThat(routes.surface("/desk/inner/nothing")).contains(inner);
        assertThat(routes.surface("/desk/innermost")).contains(desk);
        assertThat(routes.surface("/desktop")).isEmpty();
        assertThat(routes.owns("/p/acme/desk")).isTrue();
        assertThat(routes.owns("/p/acme")).isFalse();
    }

    @Test
    void routes_that_can_not_be_meant_are_refused_at_once() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Routes(List.of(Place.at("/desk", get("/desk/a"), get("/desk/a")))));
        assertThatIllegalArgumentException().isThrownBy(() -> new Routes(List.of(Place.at("/desk", get("/api/a")))));
        assertThatIllegalArgumentException().isThrownBy(() -> new Routes(List.of(Place.at("/desk", get("/desk/")))));
    }
}
