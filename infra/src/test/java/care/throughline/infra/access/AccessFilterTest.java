package care.throughline.infra.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.throughline.events.Meta;
import care.throughline.infra.actor.CurrentActor;
import care.throughline.infra.testing.TestClock;
import care.throughline.query.segments.Owner;
import care.throughline.query.segments.Owners;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.HandlerMapping;

class AccessFilterTest {

    private static final CurrentActor ANA =
            () -> Map.of(Meta.ACTOR, "ana", Meta.ROLE, "COORDINATOR", Meta.CORRELATION, "r1");

    private final List<DomainEventMessage<?>> stored = new ArrayList<>();
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private boolean storeIsAway;

    private interface Answering {
        void answer(HttpServletResponse response) throws IOException;
    }

    @ParameterizedTest
    @ValueSource(strings = {"stream", "writer", "flush", "nothing"})
    void it_is_recorded_before_anything_leaves_by_whichever_way(String way) throws Exception {
        ask("/patients/pat_1", answer -> {
            shows("pat_1");
            assertThat(stored).isEmpty();
            switch (way) {
                case "stream" -> answer.getOutputStream().write('x');
                case "writer" -> answer.getWriter().write("x");
                case "flush" -> answer.flushBuffer();
                default -> {}
            }
            assertThat(stored).hasSize(way.equals("nothing") ? 0 : 1);
        });
        assertThat(stored).hasSize(1);
    }

    @Test
    void what_cannot_be_recorded_does_not_leave() {
        storeIsAway = true;
        assertThatThrownBy(() -> ask("/patients/pat_1", answer -> {
                    shows("pat_1");
                    answer.getOutputStream().write("secret".getBytes(StandardCharsets.UTF_8));
                }))
                .isInstanceOf(NotRecorded.class);
        assertThat(response.getContentAsByteArray()).isEmpty();
    }

    @Test
    void an_answer_that_does_not_say_whom_it_shows_does_not_leave() {
        assertThatThrownBy(() -> ask(
                        "/patients/pat_1", answer -> answer.getOutputStream().write('x')))
                .hasMessageContaining("does not say whom");
        assertThat(response.getContentAsByteArray()).isEmpty();
    }

    @Test
    void nobody_can_be_added_once_something_left() {
        assertThatThrownBy(() -> ask("/patients/pat_1", answer -> {
                    shows("pat_1");
                    answer.getOutputStream().write('x');
                    shows("pat_1");
                    shows("pat_2");
                }))
                .hasMessageContaining("before its first byte");
    }

    @Test
    void a_problem_may_leave_without_being_recorded() throws Exception {
        ask("/patients/pat_1", answer -> {
            answer.setStatus(404);
            answer.getOutputStream().write('x');
        });
        assertThat(stored).isEmpty();
        assertThat(response.getContentAsString()).isEqualTo("x");
    }

    @Test
    void personal_data_is_read_for_a_request_and_for_nothing_else() {
        RequestContextHolder.resetRequestAttributes();
        assertThatThrownBy(() -> shows("pat_1")).isInstanceOf(IllegalStateException.class);
    }

    private static final LabelledData NOTHING_LABELLED = new LabelledData() {
        @Override
        public List<Owner> of(Collection<String> patients, Owners.Viewer viewer) {
            return List.of();
        }

        @Override
        public List<Owner> ofEverybody(Owners.Viewer viewer) {
            return List.of();
        }
    };

    private static void shows(String patient) {
        new AccessesOfRequest(ANA, (patients, viewer, now) -> Map.of(), NOTHING_LABELLED, new TestClock())
                .shows(List.of(patient));
    }

    /** The filter without the part that turns a failure into a problem, so that the failure is seen. */
    private void ask(String path, Answering handler) throws Exception {
        AccessRecorder recorder = new AccessRecorder(this::store, ANA, new TestClock(), new SimpleMeterRegistry());
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, "/patients/{id}");
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        try {
            Showing showing = new Showing();
            request.setAttribute(Showing.KEY, showing);
            GuardedResponse guarded =
                    new GuardedResponse(response, () -> AccessFilter.record(recorder, request, response, showing));
            handler.answer(guarded);
            guarded.open();
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
    }

    private void store(DomainEventMessage<?> event) {
        if (storeIsAway) {
            throw new EventStoreException("the store is away");
        }
        stored.add(event);
    }
}
