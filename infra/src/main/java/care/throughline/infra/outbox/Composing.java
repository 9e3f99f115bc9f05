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
        Optional<TaskRow> task = readers.tasks()
                .askedBy(message.referral(), message.performer())
                .or(() -> readers.tasks().latest(message.referral(), message.performer()));
        if (task.isEmpty() || isOvertaken(message, task.get())) {
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
                                row.number(),
                                task,
                                request,
                                subject.orElse(null),
                                delivery.notice(),
                                clock.instant())));
    }

    /** Whether the appointment that it was to tell is gone already: a later message tells that. */
    private static boolean isOvertaken(Outgoing message, TaskRow row) {
        return switch (message.effect()) {
            case WE_SCHEDULE, WE_MOVE -> row.startsAt() == null;
            case REQUEST,
                    IDENTITY,
                    WITHDRAWAL,
                    CANCELLATION,
                    WE_ACCEPT,
                    WE_DECLINE,
                    WE_MISSED,
                    WE_CALL_OFF,
                    WE_HAVE_SEEN,
                    WE_REPORT,
                    WE_CONFIRM -> false;
        };
    }

    private byte[] written(Told told, Reach reach) {
        return switch (reach.channel()) {
            case HL7 ->
                told.asked() != null
                        ? new Hl7Answer(told, reach, properties.application(), properties.facility()).content()
                        : new Hl7Order(told, reach, properties.application(), properties.facility()).content();
            case FHIR -> told.asked() != null ? new FhirAnswer(told).content() : new FhirPush(told).content();
            case NONE, LINK -> throw new IllegalStateException("people tell this performer");
        };
    }
}
