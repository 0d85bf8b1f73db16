package dev.allclear.shape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allclear.language.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NumeralsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 0 | zero",
                "en | 21 | twenty-one",
                "en | 105 | one hundred and five",
                "en | 11400 | eleven thousand four hundred",
                "en | 2000001 | two million one",
                "de | 21 | einundzwanzig",
                "de | 101 | einhunderteins",
                "de | 1001 | eintausendeins",
                "de | 21000 | einundzwanzigtausend",
                "de | 1000000 | eine Million",
                "pl | 21 | dwadzieścia jeden",
                "pl | 2000 | dwa tysiące",
                "pl | 12000 | dwanaście tysięcy",
                "ja | 0 | ゼロ",
                "ja | 110 | 百十",
                "ja | 11400 | 一万千四百",
            })
    void a_number_is_told_in_words(String language, long number, String words) {
        assertThat(numerals(language).cardinal(number)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 14:30 | fourteen thirty",
                "en | 09:05 | oh nine oh five",
                "en | 18:00 | eighteen hundred",
                "en | 00:30 | zero thirty",
                "de | 09:00 | neun Uhr",
                "de | 01:15 | ein Uhr fünfzehn",
                "pl | 11:05 | jedenastej zero pięć",
                "pl | 22:00 | dwudziestej drugiej",
                "ja | 10:45 | 十時四十五分",
            })
    void a_time_is_told_in_words(String language, String time, String words) {
        assertThat(numerals(language)
                        .time(
                                Integer.parseInt(time.substring(0, 2)),
                                Integer.parseInt(time.substring(3)),
                                Reader.Clock.TWENTY_FOUR_HOURS))
                .isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | about 15 % of 3 200 homes | about fifteen percent of three thousand two hundred homes",
                "en | uploads larger than 100 MB | uploads larger than one hundred megabytes",
                "en | 11 400 of 2.1 million | eleven thousand four hundred of two point one million",
                "en | call 0800 555 0100 | call zero eight zero zero, five five five, zero one zero zero",
                "en | call 1 800 555 0147 | call one, eight zero zero, five five five, zero one four seven",
                "en | from before 2024 | from before twenty twenty-four",
                "en | version 8.2.1 | version eight point two point one",
                "en | until 2:30 pm EDT | until two thirty p m Eastern Time",
                "en | between the 15th and the 22nd | between the fifteenth and the twenty-second",
                "en | report on 16 March | report on the sixteenth of March",
                "en | floors 3-5 | floors three to five",
                "en | DELETE /v2/messages returns HTTP 500 | DELETE slash v two slash messages returns H T T P five hundred",
                "de | etwa 2,5 Stunden | etwa zwei Komma fünf Stunden",
                "de | Bericht am 12. November | Bericht am zwölften November",
                "de | rund 3.200 Haushalte | rund dreitausendzweihundert Haushalte",
            })
    void an_authors_words_are_made_for_the_ear(String language, String written, String spoken) {
        var tag = new Language(language);

        assertThat(new SpokenText(Vocabulary.of(tag), numerals(language)).of(written))
                .isEqualTo(spoken);
    }

    private static Numerals numerals(String language) {
        return Numerals.of(new Language(language)).orElseThrow();
    }
}
