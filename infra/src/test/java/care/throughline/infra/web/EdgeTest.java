package care.throughline.infra.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import care.throughline.events.StaffId;
import care.throughline.infra.web.EdgeForTests.Edge;
import care.throughline.infra.web.EdgeForTests.Note;
import care.throughline.infra.web.EdgeForTests.Notes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@SpringBootTest(classes = Edge.class)
@ResourceLock("the edge under test")
class EdgeTest {

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private Notes notes;

    private MockMvc http;

    @BeforeEach
    void start() {
        http = MockMvcBuilders.webAppContextSetup(context)
                .addFilters(new RequestId())
                .build();
        notes.told.clear();
        notes.awaited.clear();
    }

    @Test
    void a_form_is_read_into_the_same_record_as_json() throws Exception {
        http.perform(post("/notes/pat_1")
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .content("by=nora.quinn&on=2026-11-30&at=2026-11-30T09%3A15&urgent=on&tags=a&tags=b"
                                + "&more.colour=red&minutes=&return=%2Fdesk&_csrf=x"))
                .andExpect(status().isOk());
        http.perform(post("/notes/pat_1")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                                {"by":"nora.quinn","on":"2026-11-30","at":"2026-11-30T14:15:00Z","urgent":true,
                                 "tags":["a","b"],"more":{"colour":"red"}}"""))
                .andExpect(status().isOk());
        assertThat(notes.told.getFirst()).isEqualTo(notes.told.getLast());
        assertThat(notes.told.getFirst())
                .isEqualTo(new Note(
                        new StaffId("nora.quinn"),
                        LocalDate.of(2026, 11, 30),
                        Instant.parse("2026-11-30T14:15:00Z"),
                        true,
                        List.of("a", "b"),
                        Map.of("colour", "red"),
                        null));
    }

    @Test
    void a_box_not_ticked_is_false_and_a_list_not_sent_is_empty() throws Exception {
        form("by=nora.quinn&on=2026-11-30&at=2026-11-30T09:15&tags=").andExpect(status().isOk());
        assertThat(notes.told.getFirst().urgent()).isFalse();
        assertThat(notes.told.getFirst().tags()).isEmpty();
        assertThat(notes.told.getFirst().more()).isEmpty();
    }

    @Test
    void a_program_gets_the_position_as_json_and_as_a_header() throws Exception {
        form("by=a&on=2026-11-30&at=2026-11-30T09:15")
                .andExpect(status().isOk())
                .andExpect(header().string("Throughline-Position", "41"))
                .andExpect(content().json("{\"position\":41}"));
    }

    @Test
    void a_browser_is_sent_back_to_its_page_with_the_position() throws Exception {
        http.perform(post("/notes/pat_1")
                        .accept("text/html,application/xhtml+xml,*/*;q=0.8")
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .content("by=a&on=2026-11-30&at=2026-11-30T09:15&return=/desk?mine=true%26after=7"))
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", "/desk?mine=true&after=41"));
    }

    @Test
    void htmx_gets_a_trigger() throws Exception {
        http.perform(post("/notes/pat_1")
                        .header("HX-Request", "true")
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .content("by=a&on=2026-11-30&at=2026-11-30T09:15"))
                .andExpect(status().isNoContent())
                .andExpect(header().string("HX-Trigger", "{\"recorded\":{\"position\":41}}"));
    }

    @Test
    void a_static_file_is_kept_for_ever_under_its_content() throws Exception {
        String page = http.perform(get("/nowhere").accept(MediaType.TEXT_HTML))
                .andExpect(status().isNotFound())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page)
                .containsPattern("/assets/throughline-[0-9a-f]{32}\\.css")
                .containsPattern("/webjars/htmx\\.org/[^\"]*htmx\\.min-[0-9a-f]{32}\\.js");
        var stylesheet = Pattern.compile("/assets/throughline-[0-9a-f]+\\.css").matcher(page);
        assertThat(stylesheet.find()).isTrue();
        http.perform(get(stylesheet.group()))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "max-age=31536000, public, immutable"));
    }

    @Test
    void a_reader_waits_for_what_was_just_recorded() throws Exception {
        http.perform(get("/notes?after=41")).andExpect(header().doesNotExist("Throughline-Behind"));
        assertThat(notes.awaited).containsExactly("notes@41");
        http.perform(get("/notes?after=43")).andExpect(header().string("Throughline-Behind", "true"));
        http.perform(get("/notes?after=soon")).andExpect(status().isBadRequest());
    }

    @Test
    void ids_are_plain_strings_in_json() throws Exception {
        http.perform(get("/notes")).andExpect(content().json("[\"pat_1\"]"));
    }

    private ResultActions form(String body) throws Exception {
        return http.perform(post("/notes/pat_1")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .content(body));
    }
}
