package dev.allclear.edge.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.edge.Fernhill;
import dev.allclear.incident.Incident;
import dev.allclear.incident.Report;
import dev.allclear.incident.UpdateId;
import dev.allclear.language.Language;
import dev.allclear.language.Languages;
import dev.allclear.page.PublicPage;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WhatChangedTest {

    private static final Instant LATER = Instant.parse("2026-03-04T10:04:30Z");

    @Test
    void says_the_newest_update() {
        assertThat(said(Fernhill.calm(), page(Fernhill.outage())))
                .isEqualTo("Card payments <fail> & time out: Identified");
        assertThat(said(page(Fernhill.outage()), page(Fernhill.resolvedOutage())))
                .isEqualTo("Card payments <fail> & time out: Resolved");
    }

    @Test
    void says_that_words_were_corrected() {
        var corrected = Fernhill.outage().correct(new UpdateId("u2"), "Found.", "Shorter", LATER);

        assertThat(said(page(Fernhill.outage()), page(corrected)))
                .isEqualTo("Card payments <fail> & time out: Corrected");
    }

    @Test
    void says_that_a_report_is_out() {
        var reported = Fernhill.resolvedOutage().report(new Report("It expired.", "Renewed.", "Watched.", LATER));

        assertThat(said(page(Fernhill.resolvedOutage()), page(reported)))
                .isEqualTo("Card payments <fail> & time out: Post-incident report");
    }

    @Test
    void says_what_planned_work_does() {
        assertThat(said(Fernhill.calm(), Fernhill.page())).isEqualTo("API upgrade: Started");
    }

    @Test
    void otherwise_says_how_things_are() {
        assertThat(said(page(Fernhill.outage()), Fernhill.calm())).isEqualTo("Checkout: Operational");
        assertThat(said(Fernhill.calm(), Fernhill.calm()))
                .isEqualTo("This page has changed. It now says: Operational.");
    }

    @Test
    void speaks_every_language() {
        var changed = new WhatChanged(Fernhill.calm(), page(Fernhill.outage()));

        assertThat(changed.in(Languages.phrases(new Language("de"))))
                .isEqualTo("Card payments <fail> & time out: Ursache gefunden");
    }

    private static PublicPage page(Incident incident) {
        return Fernhill.page(2, List.of(incident), List.of());
    }

    private static String said(PublicPage before, PublicPage after) {
        return new WhatChanged(before, after).in(Languages.phrases(Language.ENGLISH));
    }
}
