package care.throughline.query.desk;

import care.throughline.query.Names;
import care.throughline.query.authorizations.Authorization;
import care.throughline.query.authorizations.AuthorizationView;
import care.throughline.query.desk.FindWorklist.Place;
import care.throughline.query.web.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;

/**
 * An authorization that waits for somebody, as the desk tells it.
 *
 * @param holder whose turn it is
 * @param state where it stands
 * @param due what is waited for, and whether it should have come already
 * @param left how much time is left
 * @param tone the class that gives it its colour
 */
public record ShownAuthorization(
        Authorization authorization,
        Place place,
        String holder,
        String state,
        String due,
        String left,
        String age,
        String tone)
        implements Shown {

    static ShownAuthorization of(Authorization one, Place place, Instant now, ZoneId zone, Names names) {
        AuthorizationView view = new AuthorizationView(now, zone, names);
        return new ShownAuthorization(
                one,
                place,
                view.holder(one),
                view.state(one),
                view.due(one),
                view.left(one),
                view.age(one),
                view.tone(one));
    }

    @Override
    public String item() {
        return authorization.authorization();
    }

    @Override
    public String who() {
        return Words.name(authorization.family(), authorization.given());
    }

    /** What happens next if nobody acts. */
    public String otherwise() {
        return switch (Objects.requireNonNull(authorization.waitsFor(), "work on the desk waits for something")) {
            case DECISION -> "The patient waits without an answer. Call the payer, and say by when it has to decide.";
            case INFORMATION -> "The payer decides without it, and most likely against it.";
            case APPEAL -> "The time to appeal ends, and the decision stands.";
            case APPEAL_DECISION -> "The appeal lies there. Call whoever decides it.";
            case USE ->
                authorization.endsBeforeVisit()
                        ? "The visit will not be paid for. Move it, or ask the payer for a longer time."
                        : "What was approved runs out unused. Book the visit, or record that it ran out.";
        };
    }
}
