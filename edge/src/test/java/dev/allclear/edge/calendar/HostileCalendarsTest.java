package dev.allclear.edge.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.allclear.PageId;
import dev.allclear.Refused;
import dev.allclear.edge.Fernhill;
import dev.allclear.edge.Shared;
import dev.allclear.maintenance.Details;
import dev.allclear.maintenance.Maintenance;
import dev.allclear.maintenance.MaintenanceId;
import dev.allclear.maintenance.NoticeId;
import dev.allclear.maintenance.Todo;
import dev.allclear.page.PublicMaintenance;
import dev.allclear.page.PublicPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Whatever anybody types: the calendar has the properties that it always has, in lines that every reader takes.
final class HostileCalendarsTest {

    private static final List<String> OWN = List.of(
            "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil",
            "x\nATTENDEE;RSVP=TRUE:mailto:victim@example.org",
            "x\rORGANIZER:mailto:victim@example.org",
            "x\u2028BEGIN:VALARM",
            "x\u2029BEGIN:VALARM",
            "x\u0085BEGIN:VALARM",
            "x\u000BBEGIN:VALARM",
            "x\fBEGIN:VALARM",
            "x\u0000\u0007\u001B[31m",
            "x\r\n BEGIN:VALARM",
            "a,b;c\\d\\n\\",
            "\\",
            "\"quoted\": ^n ^' ^^",
            "\uD83D\uDEA7".repeat(60),
            "ü".repeat(150),
            "中".repeat(150),
            "a" + "🛠️é中".repeat(30),
            "e\u0301".repeat(90),
            "مرحبا \u200Fשלום ".repeat(10),
            "x".repeat(200));

    @TestFactory
    Stream<DynamicTest> our_own_list() {
        return OWN.stream()
                .map(value -> dynamicTest(value.substring(0, Math.min(30, value.length())), () -> {
                    staysItself(Optional.of(value), "We move.");
                    staysItself(Optional.empty(), value);
                }));
    }

    @Test
    void the_shared_list() throws IOException {
        var lines = Shared.lines("hardening/injection.jsonl").stream()
                .filter(line -> line.get("class").asString().equals("ics"))
                .toList();
        assertThat(lines).isNotEmpty();
        for (var line : lines) {
            var value = line.get("value").asString();
            switch (line.get("field").asString()) {
                case "maintenance.title" -> staysItself(Optional.of(value), "We move.");
                case "maintenance.body" -> staysItself(Optional.empty(), value);
                default -> throw new AssertionError(line);
            }
        }
    }

    @Test
    void what_is_typed_is_what_is_read() {
        var text = "a,b;c\\d\\n: 🛠️ \"é\"";

        var event = Read.event(calendar(page(Optional.of(text), "First.\n\nSecond, third; \\ fourth.")));

        assertThat(Read.value(event, "SUMMARY")).isEqualTo("Fernhill: " + text);
        assertThat(Read.value(event, "DESCRIPTION")).contains("First.\n\nSecond, third; \\ fourth.");
    }

    private static void staysItself(Optional<String> title, String text) {
        PublicPage page;
        try {
            page = page(title, text);
        } catch (Refused refused) {
            // The product takes no such title. The calendar must not rely on it.
            page = unchecked(title.orElse("Work"), text);
        }
        var calendar = calendar(page);

        assertThat(Read.names(calendar)).isEqualTo(Read.names(calendar(page(Optional.empty(), "We move."))));
        assertThat(Read.events(calendar)).hasSize(1);
        assertThat(calendar.replace("\r\n", "").codePoints()).noneMatch(Character::isISOControl);
        assertThat(calendar.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(Arrays.asList(calendar.split("\\R"))).noneMatch(line -> line.startsWith("BEGIN:VALARM"));
    }

    private static String calendar(PublicPage page) {
        return Read.text(page, Fernhill.BASE, "/en/calendar.ics");
    }

    private static PublicPage page(Optional<String> title, String text) {
        var fact = Optional.of(text).filter(it -> it.lines().count() == 1).or(() -> Optional.of("Payments."));
        var details = new Details(fact, fact, fact, new Todo.Act(fact.get()), fact, List.of(), Optional.empty(), false);
        var work = Maintenance.announced(
                new MaintenanceId("mnt-1"),
                new PageId("fernhill"),
                title.orElse("Work"),
                Fernhill.planned().window(),
                Map.of(),
                details,
                new NoticeId("n1"),
                text,
                Fernhill.NOW,
                "Ines Brandt");
        return Fernhill.page(1, List.of(), List.of(work));
    }

    /// As if nothing had been checked when it was typed.
    private static PublicPage unchecked(String title, String text) {
        var page = page(Optional.empty(), "We move.");
        var work = page.maintenances().getFirst();
        var notice = work.latest();
        var said = new PublicMaintenance.PublicNotice(notice.id(), notice.kind(), text, notice.at());
        var raw = new PublicMaintenance(
                work.id(),
                title,
                work.window(),
                work.series(),
                work.kin(),
                work.phase(),
                work.details(),
                work.affected(),
                List.of(said));
        return new PublicPage(
                page.page(),
                page.revision(),
                page.asOf(),
                page.confirmed(),
                page.overall(),
                page.groups(),
                page.components(),
                page.regions(),
                page.incidents(),
                List.of(raw),
                page.terms());
    }
}
