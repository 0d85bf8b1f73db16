package dev.allclear.app.demo;

import dev.allclear.coach.Context.Term;
import dev.allclear.coach.Lexicon;
import java.util.List;

/// The demo company's own words, so that the writing coach has something to go by.
final class HouseWords {

    static final Lexicon OURS = new Lexicon(
            List.of("Tallyport Sync", "Tallyport POS"),
            List.of(
                    new Term("failover", "switch to our second site"),
                    new Term("latency", "delay"),
                    new Term("webhook backlog", "late notifications to your systems"),
                    new Term("PSP", "card payment partner")),
            List.of("Northgate Acquiring", "Project Heron"),
            List.of("tp-*-#", "OPS-#", "*.tally.internal"),
            "help@tallyport.example");

    private HouseWords() {}
}
