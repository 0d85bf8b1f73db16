package dev.allclear.shape;

import dev.allclear.status.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a message is about: whose product, which components, and whom and where it meets.
///
/// @param scope who and where; null while nobody knows
/// @param places the impact place by place, where it differs
public record About(
        String brand,
        String product,
        List<Component> components,
        @Nullable String scope,
        List<Place> places) {

    /// A component by its public name, in its present state.
    public record Component(String name, State state) {
        public Component {
            name = Clean.line(name);
        }
    }

    /// What is noticed in one place.
    public record Place(String name, String impact) {
        public Place {
            name = Clean.line(name);
            impact = Clean.line(impact);
        }
    }

    public About {
        brand = Clean.line(brand);
        product = Clean.line(product);
        components = List.copyOf(components);
        scope = Clean.optional(scope);
        places = List.copyOf(places);
    }
}
