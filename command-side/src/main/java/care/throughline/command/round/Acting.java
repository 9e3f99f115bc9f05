package care.throughline.command.round;

import care.throughline.command.Rejected;
import care.throughline.command.Texts;
import care.throughline.events.StaffId;
import care.throughline.events.round.RoundAct;
import care.throughline.events.round.RoundId;
import care.throughline.events.round.WorkItemId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several lines of the desk, and what is to be done with each.
 *
 * @param round an id of the client's own, so that sending it again does it once
 * @param coordinator who becomes accountable, for {@code ASSIGN}
 * @param until when the lines come back, for {@code SNOOZE}
 * @param reason why they can wait, for {@code SNOOZE}
 */
record Acting(
        RoundId round,
        RoundAct act,
        @Nullable List<WorkItemId> items,
        @Nullable StaffId coordinator,
        @Nullable Instant until,
        @Nullable String reason) {

    RoundCommand.Begin by(StaffId staff, Instant now) {
        return new RoundCommand.Begin(round, staff, act, chosen(), charged(staff), comingBack(), now);
    }

    /** Why the lines can wait, empty if they need not. */
    String why() {
        return act == RoundAct.SNOOZE ? Texts.required(reason, "The reason to wait", Texts.LINE) : "";
    }

    private List<WorkItemId> chosen() {
        return items == null ? List.of() : items.stream().distinct().toList();
    }

    private @Nullable StaffId charged(StaffId staff) {
        return switch (act) {
            case TAKE -> staff;
            case ASSIGN -> required(coordinator, "coordinator-missing", "Choose who becomes accountable.");
            case SNOOZE -> null;
        };
    }

    private @Nullable Instant comingBack() {
        return act == RoundAct.SNOOZE ? required(until, "until-missing", "Choose when the lines come back.") : null;
    }

    private static <T> T required(@Nullable T given, String reason, String sentence) {
        if (given == null) {
            throw new Rejected(reason, sentence);
        }
        return given;
    }
}
