package dev.allclear.edge.html;

import dev.allclear.page.PublicTerms;
import dev.allclear.promise.Kept;
import java.util.ArrayList;
import java.util.List;

/// What readers may expect at one severity, in sentences, and in others how it was kept.
public record Expectation(String name, String meaning, List<String> promises, List<String> record) {

    static List<Expectation> all(List<PublicTerms> terms, Voice v) {
        return terms.stream().map(one -> of(one, v)).toList();
    }

    private static Expectation of(PublicTerms terms, Voice v) {
        var key = terms.severity().key();
        return new Expectation(
                v.say("severity." + key), v.say("expect.meaning." + key), promises(terms, v), record(terms, v));
    }

    private static List<String> promises(PublicTerms terms, Voice v) {
        var promises = new ArrayList<String>();
        promises.add(v.say("expect.first", "length", v.length(terms.firstMessage())));
        var cadence = terms.cadence();
        if (cadence.investigating().equals(cadence.identified())) {
            promises.add(v.say("expect.cadence", "length", v.length(cadence.identified())));
        } else {
            promises.add(v.say(
                    "expect.cadence.two",
                    "investigating",
                    v.length(cadence.investigating()),
                    "identified",
                    v.length(cadence.identified())));
        }
        promises.add(v.say("expect.monitoring", "length", v.length(cadence.monitoring())));
        promises.add(v.say("expect.audience." + terms.audience().key()));
        terms.report().ifPresent(within -> promises.add(v.count("expect.report", within.toDays())));
        var own = v.language();
        var sentence = terms.compensation().get(own);
        if (sentence != null) {
            promises.add(sentence);
        }
        return promises;
    }

    private static List<String> record(PublicTerms terms, Voice v) {
        if (terms.incidents() == 0) {
            return List.of(v.say("expect.none"));
        }
        var record = new ArrayList<String>();
        record.add(v.count("expect.incidents", terms.incidents()));
        add("expect.kept.first", terms.kept().firstWords(), v, record);
        add("expect.kept.updates", terms.kept().updates(), v, record);
        add("expect.kept.reports", terms.kept().reports(), v, record);
        return record;
    }

    private static void add(String key, Kept.Score score, Voice v, List<String> record) {
        if (!score.isEmpty()) {
            record.add(v.say(key, "kept", score.inTime(), "all", score.all()));
        }
    }
}
