package care.throughline.command.intake;

import care.throughline.command.referral.ReferralCommand.FromPerformer;
import care.throughline.events.Sensitivity;
import care.throughline.events.intake.IntakeEvent.Answer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What became of reading a message: news, or a refusal that says why; never an exception. */
public sealed interface Reading {

    Head head();

    /** What it says about people, and who provides care as far as it introduces them. */
    record Understood(Head head, List<News> news, List<Provider> providers) implements Reading {}

    /** What performers' systems tell of referrals. */
    record Answers(Head head, List<FromPerformer> told) implements Reading {}

    /** What somebody else asks of us. */
    record Asks(Head head, List<Ask> asks) implements Reading {}

    record Refused(Head head, Refusal refusal) implements Reading {}

    /** The labels of the message: those of its sender and of every visit that it tells of. */
    default Set<Sensitivity> labels() {
        Set<Sensitivity> labels = new HashSet<>(head().labels());
        if (this instanceof Understood understood) {
            understood.news().forEach(one -> one.visits().forEach(visit -> labels.addAll(visit.labels())));
        }
        if (this instanceof Asks asks) {
            asks.asks().forEach(ask -> labels.addAll(ask.labels()));
        }
        return labels;
    }

    /**
     * The outside of a message: enough to file it, to recognise a repeat and to answer. All texts are as received.
     *
     * @param source the channel and the sender if it is a known one, for example {@code hl7:RVBND}; never a person
     * @param application MSH-3, or what stands for it
     * @param facility MSH-4, or what stands for it
     * @param controlId MSH-10, empty if it cannot be read
     * @param kind for example {@code ADT^A03}, empty if it cannot be read
     * @param essence the whole message without what may differ between repeats (MSH-7)
     * @param labels of whatever the sender tells of anybody
     */
    record Head(
            String source,
            String application,
            String facility,
            String controlId,
            String kind,
            String essence,
            Set<Sensitivity> labels) {}

    /**
     * Why a message is not applied.
     *
     * @param answer AE if its content is at fault, AR if we cannot take such a message at all
     * @param reason a stable code in kebab case
     * @param sentence for people, without personal data
     */
    record Refusal(Answer answer, String reason, String sentence) {}
}
