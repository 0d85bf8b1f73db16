package dev.allclear.desk.console.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PdfTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zahlungen mit Karte schlagen fehl: größer als früher – naïve façade, 20 €.",
                "Płatności kartą nie działają. Źródło: łącze.",
                "Kart ödemeleri başarısız: İstanbul, ığdır, şüpheli.",
                "Οι πληρωμές με κάρτα απέτυχαν.",
                "Оплата картой не проходит. Ґанок, їжа, ўсё.",
                "Tiếng Việt, Čeština, Română: țară, și, Ő, ů."
            })
    void what_was_written_can_be_read_and_copied(String text) throws IOException {
        var html = "<html><head><style>body { font: 10pt 'DejaVu Sans' }</style></head><body><h1>" + text + "</h1><p>"
                + text + "</p></body></html>";

        try (var document = Loader.loadPDF(Pdf.of(html))) {
            var lines = new PDFTextStripper()
                    .getText(document)
                    .replaceAll("\\s+", " ")
                    .strip();

            assertThat(lines).isEqualTo(text + " " + text);
            for (var name : document.getPage(0).getResources().getFontNames()) {
                assertThat(document.getPage(0).getResources().getFont(name).isEmbedded())
                        .isTrue();
            }
        }
    }
}
