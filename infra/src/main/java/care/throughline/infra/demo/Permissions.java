package care.throughline.infra.demo;

import static care.throughline.events.authorization.Priority.EXPEDITED;
import static care.throughline.events.authorization.Priority.STANDARD;

import care.throughline.events.authorization.DenialReason;
import care.throughline.events.authorization.Missing;
import care.throughline.events.authorization.Program;
import care.throughline.events.authorization.Ruling;
import care.throughline.events.directory.Specialty;
import care.throughline.infra.demo.Permitting.Help;
import care.throughline.infra.demo.Permitting.Payer;
import java.util.ArrayList;
import java.util.List;

/** The authorizations of the demo clinic: approved, pended with little time left, denied, appealed, and half a year of old ones. */
final class Permissions {

    private static final Payer SILVER = new Payer("Silver Lake Advantage", Program.MEDICARE_ADVANTAGE);
    private static final Payer STATE = new Payer("Bay State Medicaid Plan", Program.MEDICAID_MANAGED_CARE);
    private static final Payer COMMON = new Payer("Commonwealth Mutual", Program.COMMERCIAL);

    private final List<Story> stories;
    private final Story.Calendar calendar;
    private final List<Permitting> permissions = new ArrayList<>();

    private Permissions(List<Story> stories, Story.Calendar calendar) {
        this.stories = stories;
        this.calendar = calendar;
    }

    /** Their steps, not in order. */
    static List<Step> of(List<Story> stories, Story.Calendar calendar) {
        Permissions told = new Permissions(stories, calendar);
        told.now();
        told.longAgo();
        return told.permissions.stream()
                .flatMap(permission -> permission.steps().stream())
                .toList();
    }

    private void now() {
        permit(Loops.thisWeek(stories, 2))
                .asked(11, SILVER, STANDARD, Loops.referral(2), therapy(12))
                .approved(9, 10, 12);
        permit(Loops.thisWeek(stories, 4))
                .asked(2, COMMON, EXPEDITED, Loops.referral(4), rehabilitation())
                .pended(1, 15, Missing.CLINICAL_NOTES, "Send the therapist's notes of the stay.");
        permit(Loops.thisWeek(stories, 0)).asked(1, SILVER, STANDARD, Loops.referral(0), atHome());
        permit(Loops.longAgo(stories, 8))
                .asked(58, STATE, STANDARD, null, therapy(20))
                .denied(54, DenialReason.NOT_MEDICALLY_NECESSARY, "Twelve visits are enough for this condition.");
        permit(Loops.longAgo(stories, 10))
                .asked(30, SILVER, STANDARD, null, rehabilitation())
                .denied(26, DenialReason.LESSER_TREATMENT_FIRST, "Therapy at home has to be tried first.")
                .appealed(20, "Therapy at home was tried in May and ended with a fall.");
        permit(Loops.longAgo(stories, 12))
                .asked(16, COMMON, STANDARD, null, atHome())
                .partlyApproved(10, 60, 8, "Eight visits, then ask again.");
        permit(Loops.longAgo(stories, 14)).asked(12, SILVER, STANDARD, null, therapy(10));
    }

    private void longAgo() {
        List<Payer> payers = List.of(SILVER, STATE, COMMON);
        for (int i = 0; i < 12; i++) {
            int start = 25 + i * 16;
            Permitting old = permit(Loops.longAgo(stories, i + 2))
                    .asked(
                            start,
                            payers.get(i % 3),
                            i % 4 == 0 ? EXPEDITED : STANDARD,
                            null,
                            i % 2 == 0 ? therapy(12) : atHome());
            switch (i % 4) {
                case 0, 1 -> {
                    int decided = start - 2 - i % 3;
                    old.approved(decided, Permitting.VALID, 12).expired(decided - Permitting.VALID - 2);
                }
                case 2 ->
                    old.denied(start - 5, DenialReason.NOT_MEDICALLY_NECESSARY, "Not shown to be needed.")
                            .appealed(start - 9, "The discharge summary says why.")
                            .ruled(start - 20, 1, i == 6 ? Ruling.UPHELD : Ruling.OVERTURNED, 12);
                default ->
                    old.pended(start - 1, 10, Missing.TEST_RESULTS, "The last results, please.")
                            .answered(start - 3, "Results of the week before.")
                            .approved(start - 6, Permitting.VALID, 12)
                            .expired(start - 6 - Permitting.VALID - 2);
            }
            if (i == 6) {
                old.ruled(start - 45, 2, Ruling.OVERTURNED, 12);
            }
        }
    }

    private static Help therapy(int visits) {
        return new Help(
                Specialty.PHYSICAL_THERAPY, visits, "Gait training at home, " + visits + " visits, after a fall.");
    }

    private static Help rehabilitation() {
        return new Help(Specialty.SKILLED_NURSING, 14, "Two weeks of rehabilitation: cannot be alone at home for now.");
    }

    private static Help atHome() {
        return new Help(Specialty.HOME_HEALTH, 12, "Wound care twice a week for six weeks.");
    }

    private Permitting permit(Story story) {
        Permitting permitting = new Permitting(story, permissions.size(), calendar);
        permissions.add(permitting);
        return permitting;
    }
}
