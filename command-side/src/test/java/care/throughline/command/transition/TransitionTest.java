package care.throughline.command.transition;

import care.throughline.command.Rejected;
import care.throughline.events.transition.Channel;
import care.throughline.events.transition.Outcome;
import java.time.Clock;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TransitionTest {

    private final FixtureConfiguration<Transition> transition = new AggregateTestFixture<>(Transition.class);

    @BeforeEach
    void it_is_the_20th_of_october() {
        transition.registerInjectableResource(Clock.fixed(Transitions.at("2026-10-20T15:00:00Z"), Transitions.ZONE));
        transition.registerInjectableResource(Transitions.ZONE);
    }

    @Test
    void every_command_reaches_the_state_and_every_event_comes_back_to_it() {
        transition
                .givenCommands(Transitions.open())
                .when(new TransitionCommand.RecordVisit(Transitions.ID, Transitions.at("2026-10-06T15:00:00Z")))
                .expectSuccessfulHandlerExecution();
        transition.givenCommands(Transitions.open()).when(Transitions.open()).expectNoEvents();
    }

    @Test
    void a_coordinator_cannot_begin_one() {
        transition
                .givenNoPriorActivity()
                .when(Transitions.outreach("a", Channel.PHONE, Outcome.REACHED, "2026-10-06T15:00:00Z"))
                .expectException(Rejected.class);
    }
}
