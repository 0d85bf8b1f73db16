package dev.allclear.edge;

import dev.allclear.language.Language;
import java.util.Map;

/// What answers at one path of a site.
sealed interface Resource {

    /// @param reader what the reader would like best
    Asset in(Language reader);

    /// The same for everybody.
    record Plain(Asset asset) implements Resource {
        @Override
        public Asset in(Language reader) {
            return asset;
        }
    }

    /// One file per language.
    record Translated(Map<Language, Asset> assets, Asset fallback) implements Resource {
        @Override
        public Asset in(Language reader) {
            return assets.getOrDefault(reader, fallback);
        }
    }
}
