package care.throughline.infra.demo;

import care.throughline.infra.demo.Visit.Illness;
import java.util.List;
import java.util.stream.Stream;

/**
 * Three people whose charts are not open to everybody: one was in a substance use disorder program and signed that the
 * team may know, one was there and signed nothing, and one is protected by their hospital.
 */
final class KeptApart {

    /** Numbers of stories that no other story has. */
    private static final int FIRST = 900;

    private KeptApart() {}

    /** Their steps, not in order. */
    static List<Step> until(People people, Story.Calendar calendar) {
        Story signed = new Story(people.next(Hospital.RIVERBEND), Illness.CELLULITIS, "nora.quinn", FIRST, calendar)
                .admitted(34, 9)
                .assigned()
                .discharged(31, 12, "01")
                .reached(30)
                .treatedAt(Hospital.HARBOR, Illness.ALCOHOL, 16, 10, 3)
                .consented(2);
        Story unsigned = new Story(people.next(Hospital.ST_CLARE), Illness.PNEUMONIA, "sam.ortiz", FIRST + 1, calendar)
                .admitted(28, 11)
                .assigned()
                .discharged(24, 13, "01")
                .reached(23)
                .treatedAt(Hospital.HARBOR, Illness.ALCOHOL, 15, 11, 2);
        Story known = new Story(people.next(Hospital.LAKESHORE), Illness.CHEST_PAIN, "nora.quinn", FIRST + 2, calendar)
                .admitted(6, 8)
                .protectedSince(6)
                .assigned()
                .discharged(2, 15, "01");
        return Stream.of(signed, unsigned, known)
                .flatMap(story -> story.steps().stream())
                .toList();
    }
}
