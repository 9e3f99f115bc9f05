package care.throughline.infra.web;

import care.throughline.command.Recorded;
import care.throughline.command.Rejected;
import care.throughline.events.PatientId;
import care.throughline.events.StaffId;
import care.throughline.infra.actor.CurrentActor;
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
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A small application with nothing but the edge: forms, answers and problems. */
final class EdgeForTests {

    private EdgeForTests() {}

    record Note(
            StaffId by,
            LocalDate on,
            Instant at,
            boolean urgent,
            List<String> tags,
            Map<String, String> more,
            @Nullable Integer minutes) {}

    @RestController
    @TestComponent
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
    @TestComponent
    @Import({WebConfiguration.class, Notes.class})
    @ImportAutoConfiguration({
        JacksonAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class
    })
    static class Edge {
        @Bean
        CurrentActor actor() {
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
