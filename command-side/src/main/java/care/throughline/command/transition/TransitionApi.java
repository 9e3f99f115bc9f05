package care.throughline.command.transition;

import care.throughline.command.Commands;
import care.throughline.command.Recorded;
import care.throughline.command.transition.TransitionRequests.Cancellation;
import care.throughline.command.transition.TransitionRequests.Check;
import care.throughline.command.transition.TransitionRequests.Completion;
import care.throughline.command.transition.TransitionRequests.Judgement;
import care.throughline.command.transition.TransitionRequests.Kept;
import care.throughline.command.transition.TransitionRequests.Outreach;
import care.throughline.command.transition.TransitionRequests.Reconciliation;
import care.throughline.command.transition.TransitionRequests.Request;
import care.throughline.command.transition.TransitionRequests.Snoozing;
import care.throughline.command.transition.TransitionRequests.Visit;
import care.throughline.events.TransitionId;
import java.time.Clock;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What coordinators do in a transition, as JSON or forms. Moments are instants in UTC; a form's local time is meant in the
 * organisation's zone. A refusal is a problem with a reason code and a sentence.
 */
@RestController
@RequestMapping("/api/transitions/{transition}")
class TransitionApi {

    private final Commands commands;
    private final Clock clock;

    TransitionApi(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    /** Records an attempt to reach the patient or caregiver, now or at the time given. */
    @PostMapping("/outreach")
    Recorded outreach(@PathVariable TransitionId transition, @RequestBody Outreach request) {
        return send(transition, request);
    }

    /** Books the follow-up visit, or moves it. */
    @PostMapping("/visits")
    Recorded book(@PathVariable TransitionId transition, @RequestBody Visit request) {
        return send(transition, request);
    }

    @PostMapping("/visits/cancelled")
    Recorded cancel(@PathVariable TransitionId transition, @RequestBody Cancellation request) {
        return send(transition, request);
    }

    /** The patient did not come to the visit booked. */
    @PostMapping("/visits/missed")
    Recorded missed(@PathVariable TransitionId transition) {
        return send(transition, TransitionCommand.RecordMissedVisit::new);
    }

    /** The follow-up visit took place, now or at the time given. */
    @PostMapping("/visits/kept")
    Recorded kept(@PathVariable TransitionId transition, @RequestBody Kept request) {
        return send(transition, request);
    }

    /** Medicines before and after were compared, now or at the time given. */
    @PostMapping("/reconciliation")
    Recorded reconciliation(@PathVariable TransitionId transition, @RequestBody Reconciliation request) {
        return send(transition, request);
    }

    @PostMapping("/checklist")
    Recorded checklist(@PathVariable TransitionId transition, @RequestBody Check request) {
        return send(transition, request);
    }

    @PostMapping("/complexity")
    Recorded complexity(@PathVariable TransitionId transition, @RequestBody Judgement request) {
        return send(transition, request);
    }

    @PostMapping("/snooze")
    Recorded snooze(@PathVariable TransitionId transition, @RequestBody Snoozing request) {
        return send(transition, request);
    }

    @PostMapping("/unsnooze")
    Recorded unsnooze(@PathVariable TransitionId transition) {
        return send(transition, TransitionCommand.Unsnooze::new);
    }

    @PostMapping("/complete")
    Recorded complete(@PathVariable TransitionId transition, @RequestBody Completion request) {
        return send(transition, request);
    }

    private Recorded send(TransitionId transition, Request request) {
        return commands.send(request.on(transition, clock.instant()));
    }
}
