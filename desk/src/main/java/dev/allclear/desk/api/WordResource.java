package dev.allclear.desk.api;

import dev.allclear.Refused;
import dev.allclear.Stored;
import dev.allclear.coach.Context.Term;
import dev.allclear.coach.Lexicon;
import dev.allclear.desk.web.Answer;
import dev.allclear.desk.web.Ask;
import dev.allclear.desk.web.Faults;
import dev.allclear.desk.web.Json;
import dev.allclear.operation.PageDesk;
import dev.allclear.people.Permission;
import dev.allclear.transaction.Store;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `/words`: the company's own words, by the names under which `/coach` takes them.
final class WordResource {

    private static final int MOST = 500;

    /// As the core calls them, and as we do.
    private static final Map<String, String> NAMES =
            Map.of("forbidden", "forbidden_names", "patterns", "internal_patterns", "support", "support_contact");

    private final Store store;
    private final PageDesk desk;
    private final Json json;
    private final Replies replies;

    WordResource(Store store, PageDesk desk, Json json) {
        this.store = store;
        this.desk = desk;
        this.json = json;
        this.replies = new Replies(json);
    }

    void mountOn(Mount mount) {
        mount.get("/words", Permission.VIEW_DESK, this::show);
        mount.put("/words", Permission.MANAGE_PAGE, this::replace);
    }

    private record View(
            List<String> products,
            List<Term> glossary,
            List<String> forbiddenNames,
            List<String> internalPatterns,
            String supportContact) {}

    private Answer show(Ask ask) {
        return shown(store.reading(tx -> tx.lexicons().of(ask.page().id())));
    }

    private Answer replace(Ask ask) {
        var fields = Fields.of(ask, json);
        var products = fields.lines("products", MOST, Lexicon.LONGEST);
        var glossary = fields.objects("glossary", MOST)
                .map(all -> all.stream().flatMap(one -> term(one).stream()).toList());
        var forbidden = fields.lines("forbidden_names", MOST, Lexicon.LONGEST);
        var patterns = fields.lines("internal_patterns", MOST, Lexicon.LONGEST);
        var support = fields.maybe("support_contact", name -> fields.optionalLine(name, 200));
        fields.refuseIfWrong();
        var lexicon = lexicon(
                products.orElseThrow(),
                glossary.orElseThrow(),
                forbidden.orElseThrow(),
                patterns.orElseThrow(),
                support.orElse(""));
        return shown(store.inTransaction(tx -> {
            var version = Tags.seen(ask, "list of words")
                    .orElseGet(() -> tx.lexicons().of(ask.page().id()).version());
            desk.reword(ask.page().id(), lexicon, version, ask.actor());
            return tx.lexicons().of(ask.page().id());
        }));
    }

    private static Optional<Term> term(Fields one) {
        var term = one.line("term", Lexicon.LONGEST);
        var plain = one.line("plain", 2 * Lexicon.LONGEST);
        return term.flatMap(word -> plain.map(words -> new Term(word, words)));
    }

    private static Lexicon lexicon(
            List<String> products, List<Term> glossary, List<String> forbidden, List<String> patterns, String support) {
        try {
            return new Lexicon(products, glossary, forbidden, patterns, support);
        } catch (Refused.Invalid invalid) {
            var faults = new Faults();
            invalid.faults()
                    .forEach(fault -> faults.add(NAMES.getOrDefault(fault.field(), fault.field()), fault.message()));
            faults.refuseIfAny();
            throw invalid;
        }
    }

    private Answer shown(Stored<Lexicon> stored) {
        var lexicon = stored.value();
        return replies.ok(
                new View(
                        lexicon.products(),
                        lexicon.glossary(),
                        lexicon.forbidden(),
                        lexicon.patterns(),
                        lexicon.support()),
                stored.version());
    }
}
