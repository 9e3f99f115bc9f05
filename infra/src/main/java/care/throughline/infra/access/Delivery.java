package care.throughline.infra.access;

import care.throughline.events.Meta;
import care.throughline.events.PerformerId;
import care.throughline.infra.security.Access;
import care.throughline.infra.security.Capability;
import care.throughline.infra.security.Role;
import care.throughline.query.Accesses;
import care.throughline.query.Sealed;
import care.throughline.query.segments.Owner;
import care.throughline.query.segments.Owners;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one message shows to the performer it goes to: decided as for a reader, and recorded before it leaves. */
public final class Delivery implements Accesses {

    private static final String VIEW = "SEND /outbox";

    private final PerformerId performer;
    private final LabelledData labelled;
    private final AccessRecorder recorder;
    private final Clock clock;
    private final Set<String> patients = new LinkedHashSet<>();
    private @Nullable Disclosed disclosed;

    Delivery(PerformerId performer, LabelledData labelled, AccessRecorder recorder, Clock clock) {
        this.performer = performer;
        this.labelled = labelled;
        this.recorder = recorder;
        this.clock = clock;
    }

    @Override
    public void shows(Collection<String> more) {
        Disclosed.of(on(labelled.of(more, viewer()))).ifPresent(one -> {
            Disclosed known = disclosed;
            disclosed = known == null ? one : known.with(one);
        });
        patients.addAll(more);
    }

    @Override
    public Sealed sealed(Collection<String> some) {
        return on(labelled.of(some, viewer())).sealed();
    }

    @Override
    public Sealed sealed() {
        return on(labelled.ofEverybody(viewer())).sealed();
    }

    @Override
    public String notice() {
        return Optional.ofNullable(disclosed).flatMap(Disclosed::notice).orElse("");
    }

    /** Returns when it is durable that the performer is shown this.
     *
     * @param controlId of the message
     * @param address where it goes
     * @throws RuntimeException if it is not; then nothing may leave
     */
    public void record(String controlId, String address) {
        Map<String, String> who = new HashMap<>(Map.of(
                Meta.ACTOR,
                performer.value(),
                Meta.ROLE,
                Role.PERFORMER.name(),
                Meta.PURPOSE,
                Role.PERFORMER.purpose(),
                Meta.SOURCE,
                "system:outbox",
                Meta.CORRELATION,
                controlId));
        Disclosed known = disclosed;
        if (known != null) {
            who.putAll(known.metadata());
        }
        String why = known == null ? "role-allows" : Access.strongest(known.why());
        recorder.shown(new Asked(VIEW, "", address), patients, why, who);
    }

    private Verdicts on(List<Owner> owners) {
        Access.Question question = new Access.Question(
                Set.of(Role.PERFORMER),
                Capability.EXCHANGE_TASKS,
                Role.PERFORMER.purpose(),
                Access.Channel.FHIR,
                Optional.empty(),
                Optional.empty());
        return Verdicts.on(Optional.of(question), owners);
    }

    private Owners.Viewer viewer() {
        return new Owners.Viewer(performer.value(), Role.PERFORMER.purpose(), clock.instant());
    }
}
