package dev.allclear.channels.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.audience.SubscriberId;
import dev.allclear.delivery.AnnouncementId;
import dev.allclear.delivery.DeliveryId;
import dev.allclear.delivery.KeptMails;
import dev.allclear.delivery.Letter;
import dev.allclear.delivery.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileChannelTest {

    @TempDir
    private Path data;

    private Path outbox;
    private FileChannel channel;

    @BeforeEach
    void open() {
        outbox = data.resolve("outbox");
        channel = new FileChannel(outbox, Letters.WRITER);
    }

    @Test
    void keeps_the_mail_as_it_would_have_been_sent() throws IOException {
        var news = new Stories(Letters.german()).identified();

        var outcome = channel.send(news);

        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        try (var files = Files.list(outbox)) {
            assertThat(files).singleElement().satisfies(file -> {
                assertThat(file.getFileName().toString())
                        .isEqualTo("20261122T130700000Z-" + news.id().value() + ".eml");
                assertThat(Files.readString(file))
                        .isEqualTo(Letters.WRITER.write(news).message());
            });
        }
    }

    @Test
    void reads_it_back_as_a_mail_program_would() {
        channel.send(new Stories(Letters.german()).identified());

        var summary = channel.list(10).getFirst();
        var mail = channel.read(summary.name()).orElseThrow();

        assertThat(summary.to()).isEqualTo("ada@example.org");
        assertThat(summary.subject()).isEqualTo("[Harbour Pay] Kartenzahlungen in Europa schlagen fehl");
        assertThat(summary.at()).isEqualTo("2026-11-22T13:07:00Z");
        assertThat(mail.headers())
                .startsWith("Date: Sun, 22 Nov 2026 14:07:00 +0100\r\n")
                .doesNotContain("\r\n\r\n");
        assertThat(mail.text()).contains("Nächste Meldung bis 14:37 MEZ").doesNotContain("\r");
        assertThat(mail.html()).startsWith("<!DOCTYPE html>").contains("Nächste Meldung bis 14:37 MEZ");
    }

    @Test
    void what_goes_with_a_mail_does_not_hide_its_text() {
        channel.send(new Stories(Letters.english()).all().get("maintenance-announced"));

        var mail = channel.read(channel.list(1).getFirst().name()).orElseThrow();

        assertThat(mail.text()).contains("We replace the database").doesNotContain("VCALENDAR");
        assertThat(mail.html()).startsWith("<!DOCTYPE html>");
    }

    @Test
    void sent_again_it_overwrites_itself() {
        var news = new Stories(Letters.english()).resolved();

        channel.send(news);
        channel.send(news);

        assertThat(channel.list(10)).hasSize(1);
    }

    @Test
    void lists_the_newest_first_and_no_more_than_asked() {
        for (var minute = 0; minute < 5; minute++) {
            channel.send(letter("delivery" + minute, minute));
        }

        assertThat(channel.list(3))
                .extracting(KeptMails.Summary::name)
                .containsExactly(
                        "20261122T120400000Z-delivery4.eml",
                        "20261122T120300000Z-delivery3.eml",
                        "20261122T120200000Z-delivery2.eml");
    }

    @Test
    void deletes_the_mails_of_the_deliveries_that_are_named_and_no_others() {
        for (var minute = 0; minute < 3; minute++) {
            channel.send(letter("delivery" + minute, minute));
        }

        channel.delete(List.of(new DeliveryId("delivery1"), new DeliveryId("unknown")));

        assertThat(channel.deliveries())
                .containsExactlyInAnyOrder(new DeliveryId("delivery0"), new DeliveryId("delivery2"));
        assertThat(channel.read("20261122T120100000Z-delivery1.eml")).isEmpty();
    }

    @Test
    void finds_again_what_it_kept_of_one_announcement_to_one_person() {
        var id = new DeliveryId(new AnnouncementId("news_-1"), new SubscriberId("ada_-2"));
        channel.send(letter(id.value(), 1));
        var name = channel.list(1).getFirst().name();

        assertThat(name).isEqualTo("20261122T120100000Z-news_-1.ada_-2.eml");
        assertThat(channel.read(name)).isPresent();
        assertThat(channel.deliveries()).containsExactly(id);

        channel.delete(List.of(id));
        assertThat(channel.list(1)).isEmpty();
    }

    @Test
    void deletes_what_was_being_written_when_the_process_ended() throws IOException {
        var id = new DeliveryId(new AnnouncementId("news"), new SubscriberId("ada"));
        var another = outbox.resolve("20261122T120100000Z-news.bela.eml.part");
        Files.writeString(outbox.resolve("20261122T120100000Z-news.ada.eml.part"), "To: ada@exam");
        Files.writeString(another, "To: bela@exam");

        assertThat(channel.deliveries()).contains(id);
        channel.delete(List.of(id));

        try (var files = Files.list(outbox)) {
            assertThat(files).containsExactly(another);
        }
    }

    private static Letter letter(String delivery, int minute) {
        var content = new Stories(Letters.english()).confirmation().content();
        return Letters.english().letter(delivery, content, Letters.NOON.plus(Duration.ofMinutes(minute)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret.eml",
                "../20261122T120000000Z-delivery1.eml",
                "/etc/passwd",
                "20261122T120000000Z-../secret.eml",
                "20261122T120000000Z-x/../../secret.eml",
                "20261122T120000000Z-x\u0000.eml",
                "20261122T120000000Z-x..eml",
                "20261122T120000000Z-x.y.z.eml",
                "20261122T120000000Z-unknown.eml",
                "20261122T120000000Z-delivery1.eml.part",
                "",
            })
    void no_other_name_is_opened(String name) throws IOException {
        Files.writeString(data.resolve("secret.eml"), "secret");
        Files.writeString(
                data.resolve("20261122T120000000Z-delivery1.eml"),
                Letters.WRITER.write(letter("delivery1", 0)).message());

        assertThat(channel.read(name)).isEmpty();
    }

    @Test
    void a_file_that_is_no_mail_is_passed_over() throws IOException {
        channel.send(letter("delivery1", 1));
        Files.writeString(outbox.resolve("20261122T120000000Z-delivery0.eml"), "not a mail");
        Files.writeString(outbox.resolve("notes.txt"), "mine");

        assertThat(channel.list(10)).hasSize(1);
    }

    @Test
    void a_folder_that_cannot_be_written_defers() throws IOException {
        Files.delete(outbox);
        Files.writeString(outbox, "a file in the way");

        assertThat(channel.send(letter("delivery1", 1))).isInstanceOf(Outcome.Deferred.class);
    }
}
