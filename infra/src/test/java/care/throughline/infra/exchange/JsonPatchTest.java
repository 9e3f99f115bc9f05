package care.throughline.infra.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.throughline.command.Rejected;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** After the examples of RFC 6902, appendix A, in our own words. */
class JsonPatchTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            {"a":1} ; [{"op":"add","path":"/b","value":2}] ; {"a":1,"b":2}
            {"a":[1,2]} ; [{"op":"add","path":"/a/1","value":9}] ; {"a":[1,9,2]}
            {"a":[1]} ; [{"op":"add","path":"/a/-","value":[2,3]}] ; {"a":[1,[2,3]]}
            {"a":1,"b":2} ; [{"op":"remove","path":"/b"}] ; {"a":1}
            {"a":[1,9,2]} ; [{"op":"remove","path":"/a/1"}] ; {"a":[1,2]}
            {"a":1} ; [{"op":"replace","path":"/a","value":{"c":3}}] ; {"a":{"c":3}}
            {"a":[1,2]} ; [{"op":"replace","path":"/a/0","value":7}] ; {"a":[7,2]}
            {"a":{"x":1},"b":{}} ; [{"op":"move","from":"/a/x","path":"/b/y"}] ; {"a":{},"b":{"y":1}}
            {"a":[1,2,3]} ; [{"op":"move","from":"/a/0","path":"/a/2"}] ; {"a":[2,3,1]}
            {"a":{"x":1}} ; [{"op":"copy","from":"/a","path":"/b"}] ; {"a":{"x":1},"b":{"x":1}}
            {"a/b":1,"m~n":2} ; [{"op":"test","path":"/a~1b","value":1},{"op":"replace","path":"/m~0n","value":3}] ; {"a/b":1,"m~n":3}
            {"a":1} ; [{"op":"replace","path":"","value":[]}] ; []
            {"a":null} ; [{"op":"test","path":"/a","value":null}] ; {"a":null}
            """)
    void each_operation_does_what_it_says(String document, String patch, String after) {
        assertThat(applied(document, patch)).isEqualTo(after);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"op\":\"remove\",\"path\":\"/none\"}]",
                "[{\"op\":\"replace\",\"path\":\"/none\",\"value\":1}]",
                "[{\"op\":\"add\",\"path\":\"/none/b\",\"value\":1}]",
                "[{\"op\":\"add\",\"path\":\"/a/9\",\"value\":1}]",
                "[{\"op\":\"add\",\"path\":\"/a/01\",\"value\":1}]",
                "[{\"op\":\"test\",\"path\":\"/a\",\"value\":2}]",
                "[{\"op\":\"add\",\"path\":\"/a\"}]",
                "[{\"op\":\"twist\",\"path\":\"/a\"}]",
                "[{\"op\":\"add\",\"path\":\"a\",\"value\":1}]",
                "[{\"op\":\"remove\",\"path\":\"\"}]",
                "{\"op\":\"remove\",\"path\":\"/a\"}",
                "nonsense"
            })
    void what_does_not_fit_is_refused(String patch) {
        assertThatThrownBy(() -> applied("{\"a\":[1]}", patch)).isInstanceOf(Rejected.class);
    }

    @Test
    void an_empty_patch_changes_nothing() {
        assertThat(applied("{\"a\":1}", "[]")).isEqualTo("{\"a\":1}");
    }

    private static String applied(String document, String patch) {
        return new String(JsonPatch.applied(document, patch.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }
}
