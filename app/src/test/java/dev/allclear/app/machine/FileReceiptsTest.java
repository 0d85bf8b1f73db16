package dev.allclear.app.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.PageId;
import dev.allclear.audience.EmailAddress;
import dev.allclear.audience.SubscriberId;
import dev.allclear.delivery.AnnouncementId;
import dev.allclear.delivery.Delivery;
import dev.allclear.engine.Receipts.Receipt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a process that was killed leaves behind, and what becomes of it.
final class FileReceiptsTest {

    @TempDir
    private Path folder;

    private static Receipt to(String name) {
        var state = new Delivery.State.Accepted(Instant.parse("2026-03-02T10:00:00Z"), "250 Ok");
        return new Receipt(
                3,
                2,
                new Delivery(
                        new AnnouncementId("news"),
                        new PageId("page"),
                        "thread",
                        new SubscriberId(name),
                        new EmailAddress(name + "@shops.example"),
                        1,
                        state));
    }

    private Path file(int number) {
        return folder.resolve("receipts-" + number + ".log");
    }

    private void kill(String... names) {
        try (var receipts = FileReceipts.in(folder)) {
            for (var name : names) {
                receipts.add(to(name));
            }
        }
    }

    @Test
    void finds_what_was_left_in_both_files_and_empties_both_once_it_is_written_down() throws IOException {
        kill("ada");
        Files.move(file(1), file(2), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        kill("bela");

        try (var receipts = FileReceipts.in(folder)) {
            assertThat(receipts.left()).containsExactlyInAnyOrder(to("ada"), to("bela"));
            receipts.turnOver();
            receipts.forget();
        }

        assertThat(file(1)).isEmptyFile();
        assertThat(file(2)).isEmptyFile();
    }

    @Test
    void empties_both_however_much_was_left() throws IOException {
        kill("ada");
        var line = Files.readString(file(1));
        Files.writeString(file(1), line.repeat(5_000));
        Files.writeString(file(2), line.repeat(5_000));

        try (var receipts = FileReceipts.in(folder)) {
            assertThat(receipts.left()).hasSize(10_000);
            receipts.turnOver();
            receipts.forget();
        }

        assertThat(file(1)).isEmptyFile();
        assertThat(file(2)).isEmptyFile();
    }

    @Test
    void keeps_what_is_added_while_the_rest_is_written_down() {
        try (var receipts = FileReceipts.in(folder)) {
            receipts.add(to("ada"));
            receipts.turnOver();
            receipts.add(to("bela"));
            receipts.forget();
            assertThat(receipts.left()).contains(to("bela"));
        }
    }

    @Test
    void leaves_out_a_line_that_was_cut_off_and_names_nobody() throws IOException {
        kill("ada", "bela");
        var lines = Files.readAllLines(file(1));
        var half = lines.getLast().substring(0, lines.getLast().length() - 4);
        Files.writeString(
                file(1),
                String.join("\n", lines.getFirst(), "page\tnews\tthread", half + lines.getLast(), "", "\u0000\u0001")
                        + "\n"
                        + lines.getLast().substring(0, 20));
        var logged = new ArrayList<String>();
        var listener = new Handler() {
            @Override
            public void publish(LogRecord said) {
                logged.add(new SimpleFormatter().formatMessage(said));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        var log = Logger.getLogger(FileReceipts.class.getName());
        log.addHandler(listener);

        try (var receipts = FileReceipts.in(folder)) {
            assertThat(receipts.left()).isEqualTo(List.of(to("ada")));
        } finally {
            log.removeHandler(listener);
        }

        assertThat(logged).containsExactly("5 receipts in receipts-1.log can't be read and are left out");
    }
}
