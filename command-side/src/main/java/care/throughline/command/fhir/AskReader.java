package care.throughline.command.fhir;

import care.throughline.command.Rejected;
import care.throughline.command.intake.Ask;
import care.throughline.command.intake.Facilities;
import care.throughline.command.intake.Reader;
import care.throughline.command.intake.Reading;
import care.throughline.command.intake.Reading.Head;
import care.throughline.command.intake.Reading.Refusal;
import care.throughline.events.PerformerId;
import care.throughline.events.intake.IntakeEvent.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Task;

/** Reads transactions in which others ask something of us: Task, ServiceRequest and Patient; nothing else of them is applied. */
public final class AskReader implements Reader {

    private final BundleReader bundles;
    private final Facilities facilities;
    private final Clock clock;

    public AskReader(BundleReader bundles, Facilities facilities, Clock clock) {
        this.bundles = bundles;
        this.facilities = facilities;
        this.clock = clock;
    }

    @Override
    public String channel() {
        return "fhir-referral";
    }

    @Override
    public Reading read(byte[] message) {
        return read(message, Set.of());
    }

    /** The same for one sender, who asks in its own name only. */
    Reader by(PerformerId sender) {
        return new Reader() {
            @Override
            public String channel() {
                return AskReader.this.channel();
            }

            @Override
            public Reading read(byte[] message) {
                return AskReader.this.read(message, Set.of(sender));
            }
        };
    }

    /** @param allowed in whose name may be asked; nobody named means anybody */
    private Reading read(byte[] message, Set<PerformerId> allowed) {
        String sender = allowed.stream().map(PerformerId::value).findFirst().orElse("");
        String essence = new String(message, StandardCharsets.ISO_8859_1);
        Head head = new Head("fhir:referral", "fhir", sender, "", "Bundle/transaction", essence, Set.of());
        try {
            Bundle bundle = bundles.parse(message);
            List<Ask> asks = asks(bundle);
            if (!allowed.isEmpty() && !asks.stream().map(Ask::requester).allMatch(allowed::contains)) {
                throw new Rejected("requester-differs", "Task.requester.identifier must be the one who sends.");
            }
            Head labelled = new Head(
                    head.source(),
                    head.application(),
                    asks.getFirst().requester().value(),
                    BundleReader.controlId(bundle),
                    head.kind(),
                    essence,
                    Codes.labels(bundle.getMeta()));
            return new Reading.Asks(labelled, asks);
        } catch (Rejected e) {
            return new Reading.Refused(head, new Refusal(Answer.AE, e.reason(), String.valueOf(e.getMessage())));
        }
    }

    private List<Ask> asks(Bundle bundle) {
        Entries entries = new Entries(bundle);
        List<Ask> asks = entries.resources(Task.class).stream()
                .map(task -> new TaskAsk(task, entries, facilities, clock.instant()).ask())
                .toList();
        if (asks.isEmpty()) {
            throw new Rejected("task-missing", "The bundle holds no Task, so it asks nothing.");
        }
        return asks;
    }
}
