package care.throughline.command.referral;

import care.throughline.command.Rejected;
import care.throughline.command.referral.ReferralCommand.Candidate;
import care.throughline.command.referral.ReferralCommand.Draft;
import care.throughline.command.referral.ReferralCommand.EndByDeath;
import care.throughline.command.referral.ReferralCommand.FromRequester;
import care.throughline.command.referral.ReferralCommand.IssueLink;
import care.throughline.command.referral.ReferralCommand.ReadResult;
import care.throughline.command.referral.ReferralCommand.RequestCancellation;
import care.throughline.command.referral.ReferralCommand.RevokeLink;
import care.throughline.command.referral.ReferralCommand.Send;
import care.throughline.command.referral.ReferralCommand.SetPacketItem;
import care.throughline.command.referral.ReferralCommand.TakeTime;
import care.throughline.command.referral.ReferralState.Held;
import care.throughline.command.referral.ReferralState.NotStarted;
import care.throughline.command.referral.ReferralState.Open;
import care.throughline.command.referral.ReferralState.Over;
import care.throughline.command.referral.Request.Answer;
import care.throughline.events.PerformerId;
import care.throughline.events.Personal;
import care.throughline.events.directory.Capacity;
import care.throughline.events.referral.PacketItem;
import care.throughline.events.referral.ReferralEvent;
import care.throughline.events.referral.ReferralEvent.CancellationRequested;
import care.throughline.events.referral.ReferralEvent.Cancelled;
import care.throughline.events.referral.ReferralEvent.Closed;
import care.throughline.events.referral.ReferralEvent.Drafted;
import care.throughline.events.referral.ReferralEvent.EndedByDeath;
import care.throughline.events.referral.ReferralEvent.LinkIssued;
import care.throughline.events.referral.ReferralEvent.LinkRevoked;
import care.throughline.events.referral.ReferralEvent.Offered;
import care.throughline.events.referral.ReferralEvent.PacketItemAdded;
import care.throughline.events.referral.ReferralEvent.PacketItemRemoved;
import care.throughline.events.referral.ReferralEvent.Release;
import care.throughline.events.referral.ReferralEvent.Released;
import care.throughline.events.referral.ReferralEvent.Scheduled;
import care.throughline.events.referral.ReferralStatus;
import care.throughline.events.referral.Wait;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What the requester may do, and what follows. */
record Requesting(ReferralState state, Moment now) {

    private static final String DEATH = "The patient has died.";

    List<ReferralEvent> decide(FromRequester command) {
        Receiving.refuse(state, command);
        return switch (command) {
            case Draft draft -> draft(draft);
            case SetPacketItem set -> pack(set);
            case Send send -> send(send);
            case TakeTime take -> take(take);
            case RequestCancellation ask -> cancelled(ask);
            case EndByDeath end -> end(end);
            case ReadResult read -> read(read);
            case IssueLink issue -> issue(issue);
            case RevokeLink revoke -> revoke(revoke);
        };
    }

    private List<ReferralEvent> draft(Draft command) {
        if (!(state instanceof NotStarted)) {
            Request known = state.request();
            if (known.patient().equals(command.patient())
                    && known.kind() == command.kind()
                    && known.specialty() == command.specialty()
                    && known.urgency() == command.urgency()) {
                return List.of();
            }
            throw new Rejected("referral-present", "There is a referral of this name already. Draft a new one.");
        }
        return List.of(new Drafted(
                command.referral(),
                command.patient(),
                command.kind(),
                command.specialty(),
                command.urgency(),
                Personal.of(command.patient(), command.reason()),
                now.rules().packet(command.specialty(), now.dayOf(command.at())),
                now.due(Wait.SENDING, command.urgency(), command.at()),
                command.at()));
    }

    private List<ReferralEvent> pack(SetPacketItem command) {
        Request request = Refusals.running(state).request();
        if (request.packet().contains(command.item()) == command.present()) {
            return List.of();
        }
        return List.of(
                command.present()
                        ? new PacketItemAdded(command.referral(), command.item(), command.at())
                        : new PacketItemRemoved(command.referral(), command.item(), command.at()));
    }

    private List<ReferralEvent> send(Send command) {
        if (Refusals.running(state) instanceof Held held) {
            if (command.candidates().stream()
                    .allMatch(one -> held.request().answers().containsKey(one.performer()))) {
                return List.of();
            }
            throw new Rejected(
                    "already-accepted",
                    "A performer has accepted already. Ask to cancel before you ask somebody else.");
        }
        Request request = state.request();
        requirePacket(request.missing());
        if (command.candidates().isEmpty()) {
            throw new Rejected("performer-missing", "Choose at least one performer to ask.");
        }
        List<ReferralEvent> offers = new ArrayList<>();
        for (Candidate candidate : command.candidates()) {
            if (!request.is(candidate.performer(), Answer.ASKED)) {
                requireSuitable(candidate, request);
                offers.add(new Offered(
                        command.referral(),
                        candidate.performer(),
                        candidate.capacity(),
                        now.due(Wait.ANSWER, request.urgency(), command.at()),
                        command.at()));
            }
        }
        return offers;
    }

    private static void requirePacket(Set<PacketItem> missing) {
        if (!missing.isEmpty()) {
            throw new Rejected(
                    "packet-incomplete",
                    "Still missing in the packet: "
                            + missing.stream()
                                    .sorted()
                                    .map(item ->
                                            item.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                                    .collect(Collectors.joining(", "))
                            + ". Add it before you send the referral.");
        }
    }

    private static void requireSuitable(Candidate candidate, Request request) {
        if (candidate.specialty() != request.specialty()) {
            throw new Rejected("specialty-differs", "This performer does something else. Choose one who does this.");
        }
        if (candidate.capacity() == Capacity.NONE) {
            throw new Rejected("no-capacity", "This performer takes nobody at the moment. Choose another.");
        }
    }

    private List<ReferralEvent> take(TakeTime command) {
        Held held = Refusals.held(state);
        Instant proposed = held.hold().proposed();
        if (proposed == null) {
            if (held.hold().status() == ReferralStatus.SCHEDULED) {
                return List.of();
            }
            throw new Rejected("no-time-proposed", "The performer has not proposed a time.");
        }
        Moment.ahead(proposed, command.at());
        return List.of(new Scheduled(
                command.referral(),
                held.hold().performer(),
                proposed,
                now.due(Wait.VISIT, held.request().urgency(), proposed),
                command.at()));
    }

    /** What follows when whoever asked does not want it any more. */
    List<ReferralEvent> cancelled(RequestCancellation command) {
        if (state instanceof Over over && over.how() == ReferralStatus.CANCELLED) {
            return List.of();
        }
        Personal<String> reason = Personal.of(Refusals.running(state).request().patient(), command.reason());
        return switch (state) {
            case Held held -> ask(command, reason, held);
            case Open open -> withdraw(command, reason, open);
            case NotStarted none -> List.of();
            case Over over -> List.of();
        };
    }

    /** What was not done is not wanted any more; once the patient was seen, the result still matters to somebody. */
    private List<ReferralEvent> end(EndByDeath command) {
        return switch (state) {
            case NotStarted none -> List.of();
            case Over over -> List.of();
            case Open open -> endNow(command, open.request().asked(), open);
            case Held held ->
                held.hold().status() == ReferralStatus.SEEN
                        ? List.of()
                        : endNow(command, List.of(held.hold().performer()), held);
        };
    }

    /** Where cancelling was asked before, the death changes nothing. */
    private List<ReferralEvent> endNow(EndByDeath command, List<PerformerId> told, ReferralState running) {
        List<ReferralEvent> cancelled = cancelled(new RequestCancellation(command.referral(), DEATH, command.at()));
        if (cancelled.isEmpty()) {
            return cancelled;
        }
        List<ReferralEvent> events = new ArrayList<>();
        events.add(new EndedByDeath(
                command.referral(),
                told,
                now.due(Wait.ACKNOWLEDGEMENT, running.request().urgency(), command.at()),
                command.at()));
        events.addAll(cancelled);
        return events;
    }

    private List<ReferralEvent> ask(RequestCancellation command, Personal<String> reason, Held held) {
        return switch (held.hold().status()) {
            case CANCELLATION_REQUESTED -> List.of();
            case SEEN ->
                throw new Rejected(
                        "already-seen", "The patient was seen already, so this cannot be cancelled any more.");
            case CREATED, ACCEPTED, DECLINED, SCHEDULED, MISSED, APPOINTMENT_CANCELLED, CANCELLED, CLOSED ->
                List.of(new CancellationRequested(
                        command.referral(),
                        reason,
                        now.due(Wait.CONFIRMATION, held.request().urgency(), command.at()),
                        command.at()));
        };
    }

    /** Nobody has accepted, so nobody needs to confirm; those who were asked are told. */
    private static List<ReferralEvent> withdraw(RequestCancellation command, Personal<String> reason, Open open) {
        List<ReferralEvent> events = new ArrayList<>();
        events.add(new CancellationRequested(command.referral(), reason, null, command.at()));
        open.request()
                .asked()
                .forEach(performer ->
                        events.add(new Released(command.referral(), performer, Release.CANCELLED, command.at())));
        events.add(new Cancelled(command.referral(), command.at()));
        return events;
    }

    private List<ReferralEvent> issue(IssueLink command) {
        Request request = Refusals.running(state).request();
        if (command.hash().equals(request.links().get(command.performer()))) {
            return List.of();
        }
        if (!request.is(command.performer(), Answer.ASKED) && !request.is(command.performer(), Answer.ACCEPTED)) {
            throw new Rejected("not-asked", "A secure link is for a performer who was asked and has not declined.");
        }
        return List.of(new LinkIssued(
                command.referral(), command.performer(), command.hash(), command.expiresAt(), command.at()));
    }

    private List<ReferralEvent> revoke(RevokeLink command) {
        boolean linked =
                !(state instanceof NotStarted) && state.request().links().containsKey(command.performer());
        return linked ? List.of(new LinkRevoked(command.referral(), command.performer(), command.at())) : List.of();
    }

    private List<ReferralEvent> read(ReadResult command) {
        if (state instanceof Over over && over.how() == ReferralStatus.CLOSED) {
            return List.of();
        }
        if (Refusals.held(state).hold().result() == null) {
            throw new Rejected("no-result", "The result is not back yet, so the loop cannot be closed.");
        }
        return List.of(new Closed(command.referral(), command.at()));
    }
}
