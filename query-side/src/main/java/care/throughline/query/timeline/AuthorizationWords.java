package care.throughline.query.timeline;

import care.throughline.events.authorization.AuthorizationEvent;
import care.throughline.events.authorization.Due;
import care.throughline.events.authorization.Grant;
import care.throughline.events.authorization.Priority;
import care.throughline.events.authorization.Way;
import care.throughline.query.timeline.Line.Topic;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells what happened to a request for a payer's permission. */
final class AuthorizationWords {

    private AuthorizationWords() {}

    static Line tell(AuthorizationEvent event) {
        return switch (event) {
            case AuthorizationEvent.Requested asked -> line(asked, wish(asked)).saying(asked.service());
            case AuthorizationEvent.Pended pended ->
                line(
                                pended,
                                "The payer asked for more" + by(pended.way()) + ": " + codes(pended.missing())
                                        + due(pended.due()))
                        .saying(pended.words());
            case AuthorizationEvent.InformationSent sent ->
                line(sent, "What the payer asked for was sent" + by(sent.way()) + due(sent.due()))
                        .saying(sent.words());
            case AuthorizationEvent.Approved approved ->
                line(approved, "The payer approved it" + by(approved.way()) + ": " + grant(approved.grant()));
            case AuthorizationEvent.PartlyApproved approved ->
                line(
                                approved,
                                "The payer approved part of it" + by(approved.way()) + ": " + grant(approved.grant())
                                        + "; cut: " + codes(approved.cut()))
                        .saying(approved.words());
            case AuthorizationEvent.Denied denied ->
                line(
                                denied,
                                "The payer denied it" + by(denied.way()) + ": " + code(denied.reason())
                                        + due(denied.due()))
                        .saying(denied.words());
            case AuthorizationEvent.AppealFiled filed ->
                line(filed, filed(filed) + due(filed.due())).saying(filed.grounds());
            case AuthorizationEvent.AppealDecided decided ->
                line(decided, ruling(decided) + by(decided.way()) + granted(decided.grant()))
                        .saying(decided.words());
            case AuthorizationEvent.DecisionAccepted accepted ->
                line(accepted, "The payer's decision was left to stand").saying(accepted.reason());
            case AuthorizationEvent.Expired expired -> line(expired, "What the payer had approved ran out");
            case AuthorizationEvent.Withdrawn withdrawn ->
                line(withdrawn, "The request to the payer was withdrawn").saying(withdrawn.reason());
        };
    }

    private static Line line(AuthorizationEvent event, String sentence) {
        return Line.of(Topic.AUTHORIZATION, event.authorization().value(), sentence);
    }

    private static String wish(AuthorizationEvent.Requested asked) {
        String soon = asked.priority() == Priority.EXPEDITED ? "An expedited permission" : "A permission";
        String payer = Line.plain(asked.payer().value().orElse("the payer"));
        return soon + " for " + code(asked.specialty()) + " was asked of " + payer + by(asked.way()) + due(asked.due());
    }

    private static String filed(AuthorizationEvent.AppealFiled filed) {
        return filed.forwarded()
                ? "The payer sent it on to the next level of appeal, " + filed.level()
                : (filed.priority() == Priority.EXPEDITED ? "An expedited appeal" : "An appeal") + " at level "
                        + filed.level() + " was filed" + by(filed.way());
    }

    private static String ruling(AuthorizationEvent.AppealDecided decided) {
        String appeal = "The appeal at level " + decided.level();
        return switch (decided.ruling()) {
            case UPHELD -> appeal + " was lost, the decision stands";
            case PARTLY_OVERTURNED -> appeal + " was won in part";
            case OVERTURNED -> appeal + " was won";
        };
    }

    private static String granted(@Nullable Grant grant) {
        return grant == null ? "" : ": " + grant(grant);
    }

    private static String grant(Grant grant) {
        return grant.units() + " from " + TransitionWords.day(grant.from()) + " until "
                + TransitionWords.day(grant.until())
                + grant.number()
                        .value()
                        .map(number -> ", number " + Line.plain(number))
                        .orElse("");
    }

    private static String due(Due due) {
        return switch (due.waitsFor()) {
            case DECISION -> ", it has to decide by " + TransitionWords.day(due.by());
            case INFORMATION -> ", due " + TransitionWords.day(due.by());
            case APPEAL -> ", an appeal can be filed until " + TransitionWords.day(due.by());
            case APPEAL_DECISION -> ", it is to be decided by " + TransitionWords.day(due.by());
            case USE -> "";
        };
    }

    private static String by(Way way) {
        return switch (way) {
            case PORTAL -> " on its portal";
            case PHONE -> " by phone";
            case FAX -> " by fax";
            case LETTER -> " by letter";
            case SYSTEM -> " by its own system";
        };
    }

    private static String codes(Collection<? extends Enum<?>> codes) {
        return codes.stream().sorted().map(AuthorizationWords::code).collect(Collectors.joining(", "));
    }

    private static String code(Enum<?> code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
