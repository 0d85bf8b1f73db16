package dev.allclear.store;

import static dev.allclear.store.Columns.PAGE_ID;
import static dev.allclear.store.Columns.count;
import static dev.allclear.store.Columns.oneOf;
import static dev.allclear.store.Columns.table;
import static dev.allclear.store.Columns.text;
import static dev.allclear.store.Counted.VERSION;

import dev.allclear.PageId;
import dev.allclear.Stored;
import dev.allclear.coach.Context.Term;
import dev.allclear.coach.Lexicon;
import dev.allclear.coach.Lexicons;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/// Companies' own words as rows, one per entry.
final class SqlLexicons implements Lexicons {

    private static final Table<Record> LEXICON = table("lexicon");
    private static final Field<String> SUPPORT = text("support");

    private enum Kind {
        PRODUCT,
        TERM,
        FORBIDDEN,
        PATTERN
    }

    private static final Table<Record> ENTRY = table("lexicon_entry");
    private static final Field<Kind> KIND = oneOf("kind", Kind.class);
    private static final Field<Integer> POSITION = count("position");
    private static final Field<String> WORD = text("word");
    private static final Field<String> PLAIN = text("plain");

    private final DSLContext sql;

    SqlLexicons(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Stored<Lexicon> of(PageId page) {
        return sql.select(VERSION, SUPPORT)
                .from(LEXICON)
                .where(PAGE_ID.eq(page))
                .fetchOptional()
                .map(row -> new Stored<>(lexicon(page, row.get(SUPPORT)), row.get(VERSION)))
                .orElseGet(() -> new Stored<>(Lexicon.EMPTY, 0));
    }

    private Lexicon lexicon(PageId page, String support) {
        var entries = sql.select(KIND, WORD, PLAIN)
                .from(ENTRY)
                .where(PAGE_ID.eq(page))
                .orderBy(KIND, POSITION)
                .fetchGroups(
                        KIND,
                        row -> new Term(
                                row.get(WORD),
                                Optional.ofNullable(row.get(PLAIN)).orElse("")));
        return new Lexicon(
                words(entries.get(Kind.PRODUCT)),
                Optional.ofNullable(entries.get(Kind.TERM)).orElse(List.of()),
                words(entries.get(Kind.FORBIDDEN)),
                words(entries.get(Kind.PATTERN)),
                support);
    }

    private static List<String> words(@Nullable List<Term> entries) {
        return entries == null ? List.of() : entries.stream().map(Term::term).toList();
    }

    @Override
    public void save(PageId page, Lexicon lexicon, long version) {
        Counted.save(sql, LEXICON, page, new Row().with(SUPPORT, lexicon.support()), version, "list of words");
        sql.deleteFrom(ENTRY).where(PAGE_ID.eq(page)).execute();
        var rows = new ArrayList<Row>();
        add(rows, page, Kind.PRODUCT, lexicon.products());
        add(rows, page, Kind.FORBIDDEN, lexicon.forbidden());
        add(rows, page, Kind.PATTERN, lexicon.patterns());
        for (var i = 0; i < lexicon.glossary().size(); i++) {
            var term = lexicon.glossary().get(i);
            rows.add(row(page, Kind.TERM, i, term.term()).with(PLAIN, Optional.of(term.plain())));
        }
        Rows.insert(sql, ENTRY, rows);
    }

    private static void add(List<Row> rows, PageId page, Kind kind, List<String> words) {
        for (var i = 0; i < words.size(); i++) {
            rows.add(row(page, kind, i, words.get(i)).with(PLAIN, Optional.empty()));
        }
    }

    private static Row row(PageId page, Kind kind, int position, String word) {
        return new Row()
                .with(PAGE_ID, page)
                .with(KIND, kind)
                .with(POSITION, position)
                .with(WORD, word);
    }
}
