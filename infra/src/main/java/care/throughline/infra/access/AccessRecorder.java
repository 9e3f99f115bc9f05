package care.throughline.infra.access;

import care.throughline.events.Meta;
import care.throughline.events.PatientId;
import care.throughline.events.access.AccessEvent;
import care.throughline.events.access.AccessEvent.DataRefused;
import care.throughline.events.access.AccessEvent.DataShown;
import care.throughline.events.access.AccessId;
import care.throughline.infra.actor.CurrentActor;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/** Stores each access as an event that is a stream of its own: nothing is loaded, and the appender shares its commits. */
final class AccessRecorder {

    /** Whoever is not signed in. */
    static final String NOBODY = "nobody";

    private static final String METER = "throughline.accesses";

    private final Consumer<DomainEventMessage<?>> store;
    private final CurrentActor actor;
    private final Clock clock;
    private final MeterRegistry meters;
    private final LastMinute lately = new LastMinute();

    /** @param store returns when the event is durable, and throws if it is not */
    AccessRecorder(Consumer<DomainEventMessage<?>> store, CurrentActor actor, Clock clock, MeterRegistry meters) {
        this.store = store;
        this.actor = actor;
        this.clock = clock;
        this.meters = meters;
    }

    /** Returns when it is durable.
     *
     * @throws NotRecorded if it is not; then nothing may be shown
     */
    void shown(Asked asked, Set<String> patients, String why, Map<String, String> viewer) {
        Instant now = clock.instant();
        record(new DataShown(newId(), ids(patients), asked.view(), asked.from(), why, now), why, patients, viewer);
    }

    /** Returns when it is durable.
     *
     * @throws NotRecorded if it is not
     */
    void refused(Asked asked, Set<String> wanted, String why) {
        Instant now = clock.instant();
        Set<String> patients = wanted.isEmpty() ? asked.named() : wanted;
        record(
                new DataRefused(newId(), ids(patients), asked.view(), asked.from(), why, now),
                why,
                patients,
                actor.metadata());
    }

    private void record(AccessEvent event, String outcome, Set<String> patients, Map<String, String> viewer) {
        Map<String, String> who = who(viewer);
        LastMinute.Look look = new LastMinute.Look(
                who.getOrDefault(Meta.ACTOR, NOBODY), who.getOrDefault(Meta.ROLE, ""), event.view(), outcome);
        if (lately.knows(look, patients, event.occurredAt())) {
            meters.counter(METER, "outcome", "repeated").increment();
            return;
        }
        try {
            store.accept(
                    new GenericDomainEventMessage<>("Access", event.access().value(), 0, event, who));
        } catch (RuntimeException failure) {
            meters.counter(METER, "outcome", "lost").increment();
            throw new NotRecorded(failure);
        }
        lately.note(look, patients, event.occurredAt());
        meters.counter(METER, "outcome", event instanceof DataShown ? "shown" : "refused")
                .increment();
    }

    private static Map<String, String> who(Map<String, String> viewer) {
        Map<String, String> who = new HashMap<>(viewer);
        if (!who.containsKey(Meta.ROLE)) {
            who.put(Meta.ACTOR, NOBODY);
        }
        who.put(Meta.CAUSATION, who.getOrDefault(Meta.CORRELATION, ""));
        return who;
    }

    private static AccessId newId() {
        return new AccessId(AccessId.PREFIX + IdentifierFactory.getInstance().generateIdentifier());
    }

    private static List<PatientId> ids(Set<String> patients) {
        return patients.stream().sorted().map(PatientId::new).toList();
    }
}
