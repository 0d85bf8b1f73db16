package dev.allclear.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {

    @Test
    void a_form_is_read_as_browsers_write_it() {
        var form = Parameters.parse("name=J%C3%BCrgen+M.&part=a&part=b&empty=&alone&&x=1=2");

        assertThat(form.get("name")).isEqualTo("Jürgen M.");
        assertThat(form.all("part")).containsExactly("a", "b");
        assertThat(form.get("empty")).isEmpty();
        assertThat(form.filled("empty")).isEmpty();
        assertThat(form.has("alone")).isTrue();
        assertThat(form.get("x")).isEqualTo("1=2");
        assertThat(form.get("missing")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a=%", "a=%4", "a=%zz", "a=%ff", "a=%c3", "a=%ed%a0%80", "a=%c0%af", "a=%00", "a=ü", "%00=a"})
    void what_is_no_text_is_refused(String form) {
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> Parameters.parse(form));
    }

    @Test
    void a_form_has_only_so_many_fields() {
        var many = IntStream.range(0, 2_001).mapToObj(i -> "f" + i + "=1").collect(Collectors.joining("&"));

        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> Parameters.parse(many));
    }

    @Test
    void a_header_that_may_come_once_comes_once() {
        var headers =
                new Headers(List.of(Map.entry("If-Match", "1"), Map.entry("if-match", "2"), Map.entry("Host", "a")));

        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> headers.only("IF-MATCH"));
        assertThat(headers.only("host")).contains("a");
        assertThat(headers.only("Origin")).isEmpty();
    }

    @Test
    void a_cookie_is_found_among_others() {
        var headers = new Headers(
                List.of(Map.entry("Cookie", "other=1; allclear=abc;xallclear=no"), Map.entry("Cookie", "b=2")));

        assertThat(headers.cookie("allclear")).contains("abc");
        assertThat(headers.cookie("b")).contains("2");
        assertThat(headers.cookie("clear")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/desk, true", "/desk?a=b, true", "/, true", "//evil.invalid, false", "/\\evil.invalid, false",
        "https://evil.invalid, false", "desk, false", "'', false", "/a b, false", "/\u00e4, false"
    })
    void a_local_path_stays_on_this_host(String path, boolean local) {
        assertThat(LocalPath.isLocal(path)).isEqualTo(local);
    }

    @ParameterizedTest
    @CsvSource({
        "0, '203.0.113.1', 192.0.2.1",
        "1, '203.0.113.1', 203.0.113.1",
        "1, '198.51.100.7, 203.0.113.1', 203.0.113.1",
        "2, '198.51.100.7, 203.0.113.1', 198.51.100.7",
        "2, '203.0.113.1', 192.0.2.1",
        "1, '2001:db8:1:2:3::4', 20010db800010002/64",
        "1, 'evil.invalid', unknown",
        "1, 'dead.beef', unknown",
        "1, '2001:db8:1:2:ffff::9', 20010db800010002/64",
        "1, '::ffff:203.0.113.1', 203.0.113.1",
        "1, '', unknown"
    })
    void only_proxies_of_our_own_are_believed(int trusted, String forwarded, String client) {
        assertThat(new ClientAddress(trusted).of("192.0.2.1", List.of(forwarded)))
                .isEqualTo(client);
    }
}
