package care.throughline.command.hl7;

import care.throughline.command.Rejected;
import care.throughline.events.stay.StayReport.Kind;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The trigger events we take, and what each says about the visit. */
enum Trigger {
    A01(Kind.ADMITTED),
    A02(Kind.TRANSFERRED),
    A03(Kind.DISCHARGED),
    A04(Kind.REGISTERED),
    A05(Kind.PREADMITTED),
    A06(Kind.CLASS_CHANGED),
    A07(Kind.CLASS_CHANGED),
    A08(Kind.UPDATED),
    A11(Kind.ADMISSION_CANCELLED),
    A12(Kind.TRANSFER_CANCELLED),
    A13(Kind.DISCHARGE_CANCELLED),
    /** Update of a person: no visit. */
    A31(null),
    /** Merge of two numbers: no visit. */
    A40(null);

    private final @Nullable Kind kind;

    Trigger(@Nullable Kind kind) {
        this.kind = kind;
    }

    /** What it says about a visit, null if nothing. */
    @Nullable Kind kind() {
        return kind;
    }

    /** Whether it makes no sense without a visit; an update may be about the person only. */
    boolean needsVisit() {
        return kind != null && kind != Kind.UPDATED;
    }

    /** The trigger of a header.
     *
     * @throws Rejected if we do not take such messages
     */
    static Trigger of(Msh header) {
        return Arrays.stream(values())
                .filter(trigger -> header.kind().equals("ADT^" + trigger.name()))
                .findFirst()
                .orElseThrow(() -> new Rejected(
                        "unsupported-event", "MSH-9 holds no event that we take: ADT A01-A08, A11-A13, A31, A40."));
    }
}
