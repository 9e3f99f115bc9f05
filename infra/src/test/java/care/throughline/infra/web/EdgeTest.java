package care.throughline.infra.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import care.throughline.command.Recorded;
import care.throughline.command.Rejected;
import care.throughline.events.PatientId;
import care.throughline.events.StaffId;
import care.throughline.query.Names;
import care.throughline.query.Progress;
import care.throughline.query.Reads;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.WebApplicationContext;

@SpringBootTest(classes = EdgeTest.Edge.class)
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
    void a_refusal_is_a_problem_with_its_reason_and_the_request_id() throws Exception {
        http.perform(post("/refused").header("X-Request-Id", "0123456789abcdef-42"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().contentTypeCompatibleWith("application/problem+json"))
                .andExpect(jsonPath("$.reason").value("transition-already-ended"))
                .andExpect(jsonPath("$.detail").value("This transition has ended. Look at its page."))
                .andExpect(jsonPath("$.correlationId").value("0123456789abcdef-42"))
                .andExpect(header().string("X-Request-Id", "0123456789abcdef-42"));
    }

    @Test
    void a_script_of_the_page_gets_the_problem_too() throws Exception {
        http.perform(post("/refused").header("HX-Request", "true").accept("text/html, */*"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.detail").value("This transition has ended. Look at its page."));
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
        var stylesheet = java.util.regex.Pattern.compile("/assets/throughline-[0-9a-f]+\\.css")
                .matcher(page);
        assertThat(stylesheet.find()).isTrue();
        http.perform(get(stylesheet.group()))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "max-age=31536000, public, immutable"));
    }

    @Test
    void a_refusal_to_a_browser_keeps_what_was_typed() throws Exception {
        http.perform(post("/refused")
                        .accept(MediaType.TEXT_HTML)
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .param("note", "she said \"call <later>\"")
                        .param("_csrf", "secret"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(org.hamcrest.Matchers.allOf(
                                org.hamcrest.Matchers.containsString("This transition has ended."),
                                org.hamcrest.Matchers.containsString("call &lt;later>"),
                                org.hamcrest.Matchers.not(org.hamcrest.Matchers.containsString("secret")))));
    }

    @Test
    void what_cannot_be_read_is_named_but_not_repeated() throws Exception {
        String answer = form("by=a&on=Ramirez&at=2026-11-30T09:15")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail")
                        .value("The field 'on' is missing or not in the expected form. "
                                + "Expected a date like 2026-11-30. Correct it and send it again."))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(answer).doesNotContain("Ramirez");
        form("on=2026-11-30&at=2026-11-30T09:15")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail")
                        .value("The field 'by' is missing or not in the expected form. Correct it and send it again."));
        http.perform(post("/notes/stay_1")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail")
                        .value("The parameter 'patient' could not be read. Expected an identifier that starts with "
                                + "'pat_'. Correct it and send it again."));
    }

    @Test
    void what_breaks_says_nothing_about_how() throws Exception {
        String answer = http.perform(get("/broken"))
                .andExpect(status().isInternalServerError())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(answer).doesNotContain("Ramirez").contains("broken").contains("correlationId");
    }

    @Test
    void an_unknown_address_is_a_problem_too() throws Exception {
        http.perform(get("/nowhere"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.reason").value("not-found"));
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

    private org.springframework.test.web.servlet.ResultActions form(String body) throws Exception {
        return http.perform(post("/notes/pat_1")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .content(body));
    }

    record Note(
            StaffId by,
            LocalDate on,
            Instant at,
            boolean urgent,
            List<String> tags,
            Map<String, String> more,
            @Nullable Integer minutes) {}

    @RestController
    static class Notes {
        final List<Note> told = new ArrayList<>();
        final List<String> awaited = new ArrayList<>();

        @PostMapping("/notes/{patient}")
        Recorded tell(@PathVariable PatientId patient, @RequestBody Note note) {
            told.add(note);
            return new Recorded(41);
        }

        @Reads("notes")
        @GetMapping("/notes")
        List<PatientId> list() {
            return List.of(new PatientId("pat_1"));
        }

        @PostMapping("/refused")
        Recorded refuse() {
            throw new Rejected("transition-already-ended", "This transition has ended. Look at its page.");
        }

        @GetMapping("/broken")
        String fail() {
            throw new IllegalStateException("no row for Ramirez");
        }
    }

    @SpringBootConfiguration
    @Import({WebConfiguration.class, Notes.class})
    @ImportAutoConfiguration({
        JacksonAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class
    })
    static class Edge {
        @Bean
        care.throughline.infra.actor.CurrentActor actor() {
            return () -> Map.of();
        }

        @Bean
        Names names() {
            return new NamelessStaff();
        }

        @Bean
        Progress progress(Notes notes) {
            return new Progress() {
                @Override
                public boolean await(String projection, long position, Duration atMost) {
                    notes.awaited.add(projection + "@" + position);
                    return position <= 42;
                }

                @Override
                public long position(String projection) {
                    return 42;
                }
            };
        }
    }
}
