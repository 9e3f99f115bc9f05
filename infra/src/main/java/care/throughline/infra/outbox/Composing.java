package care.throughline.infra.outbox;

import care.throughline.command.Sealing;
import care.throughline.events.directory.Reach;
import care.throughline.infra.access.Deliveries;
import care.throughline.infra.access.Delivery;
import care.throughline.query.Progress;
import care.throughline.query.directory.Performers;
import care.throughline.query.referrals.ReferralReader;
import care.throughline.query.tasks.Subject;
import care.throughline.query.tasks.TaskFinder;
import care.throughline.query.tasks.TaskRow;
import care.throughline.query.tasks.TaskTeller;
import care.throughline.query.timeline.Timelines;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Writes messages: from what their receiver may read here itself, and not before that is recorded as shown to it. */
final class Composing {

    private static final List<String> READS = List.of("tasks", "referrals", "timeline", "directory", "patients");
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Readers readers;
    private final Deliveries deliveries;
    private final Sealing sealing;
    private final Progress progress;
    private final OutboxProperties properties;
    private final Clock clock;

    Composing(
            Readers readers,
            Deliveries deliveries,
            Sealing sealing,
            Progress progress,
            OutboxProperties properties,
            Clock clock) {
        this.readers = readers;
        this.deliveries = deliveries;
        this.sealing = sealing;
        this.progress = progress;
        this.properties = properties;
        this.clock = clock;
    }

    /** What messages are written from. */
    record Readers(TaskFinder tasks, ReferralReader referrals, Timelines timelines, Performers performers) {

        private TaskTeller tellerTo(Delivery delivery) {
            return new TaskTeller(referrals.shownTo(delivery), timelines.shownTo(delivery), performers);
        }
    }

    /** Whether the read models have come as far as the event that caused it. */
    boolean isReady(Outgoing message) {
        return READS.stream().allMatch(name -> progress.await(name, message.position(), PATIENCE));
    }

    /** Writes the message and seals it.
     *
     * @throws care.throughline.command.Rejected if the person was erased
     */
    Composed compose(Outgoing message) {
        Delivery delivery = deliveries.to(message.performer());
        TaskTeller teller = readers.tellerTo(delivery);
        Optional<TaskRow> task = readers.tasks().latest(message.referral(), message.performer());
        if (task.isEmpty()) {
            return new Composed.Gone();
        }
        return task.flatMap(row -> told(message, row, teller, delivery))
                .<Composed>map(told -> {
                    byte[] content = written(told, message.reach());
                    delivery.record(message.controlId(), message.reach().address());
                    byte[] sealed = sealing.seal(message.patient(), content);
                    return new Composed.Written(() -> sealed);
                })
                .orElseGet(Composed.Withheld::new);
    }

    /** The message as it was written, empty if the person was erased. */
    Optional<byte[]> open(Outgoing message, byte[] sealed) {
        return sealing.open(message.patient(), sealed);
    }

    private Optional<Told> told(Outgoing message, TaskRow row, TaskTeller teller, Delivery delivery) {
        Optional<Subject> subject = row.isHeld() ? readers.tasks().subject(row.patient()) : Optional.empty();
        return teller.task(row)
                .flatMap(task -> teller.request(row)
                        .map(request -> new Told(
                                message.effect(),
                                message.controlId(),
                                row.patient(),
                                row.referral().value(),
                                task,
                                request,
                                subject.orElse(null),
                                delivery.notice(),
                                clock.instant())));
    }

    private byte[] written(Told told, Reach reach) {
        return switch (reach.channel()) {
            case HL7 -> new Hl7Order(told, reach, properties.application(), properties.facility()).content();
            case FHIR -> new FhirPush(told).content();
            case NONE, LINK -> throw new IllegalStateException("people tell this performer");
        };
    }
}
