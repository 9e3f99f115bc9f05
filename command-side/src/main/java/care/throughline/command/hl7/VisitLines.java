package care.throughline.command.hl7;

import care.throughline.command.Rejected;
import care.throughline.command.intake.News.Visit;
import care.throughline.events.stay.Diagnosis;
import care.throughline.events.stay.Disposition;
import care.throughline.events.stay.StayClass;
import care.throughline.events.stay.StayReport.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one visit from PV1, PV2, DG1 and the times of EVN. */
record VisitLines(Segments segments, Fields event, Fields pv1, Numbers numbers, Hl7Time times) {

    /** The visit as told under this trigger event.
     *
     * @throws Rejected if a code or a time means nothing
     */
    Visit visit(Kind kind) {
        boolean cancelled = kind == Kind.DISCHARGE_CANCELLED || kind == Kind.ADMISSION_CANCELLED;
        return new Visit(
                        numbers.owner(pv1, 19),
                        pv1.get(19),
                        kind,
                        stayClass(),
                        admittedAt(kind),
                        cancelled ? null : dischargedAt(kind),
                        cancelled ? null : disposition(),
                        Fields.said(pv1.get(4)),
                        location(),
                        diagnoses(),
                        Fields.said(reason()),
                        attending(),
                        Set.of())
                .labelled(numbers.labels(pv1))
                .labelled(Confidentiality.labels(segments));
    }

    private @Nullable StayClass stayClass() {
        return switch (pv1.get(2)) {
            case "I", "B" -> StayClass.IMP;
            case "E" -> StayClass.EMER;
            case "O" -> pv1.get(18).equals("OBS") ? StayClass.OBS : StayClass.AMB;
            case "R" -> StayClass.AMB;
            case "P" -> StayClass.PRE;
            case "", "N", "U", Fields.DELETE -> null;
            default -> throw new Rejected("unknown-class", "PV1-2 holds no patient class that we know.");
        };
    }

    /** PV1-44, and for what starts a class EVN-6 or EVN-2 instead. */
    private @Nullable Instant admittedAt(Kind kind) {
        Instant told = times.instant(pv1.get(44), "PV1-44");
        return switch (kind) {
            case ADMITTED, REGISTERED, CLASS_CHANGED -> told != null ? told : fromEvent();
            case PREADMITTED,
                    TRANSFERRED,
                    TRANSFER_CANCELLED,
                    DISCHARGED,
                    UPDATED,
                    ADMISSION_CANCELLED,
                    DISCHARGE_CANCELLED,
                    RECORDED -> told;
        };
    }

    /** PV1-45, and for the discharge itself EVN-6 or EVN-2 instead; never the time of an update. */
    private @Nullable Instant dischargedAt(Kind kind) {
        Instant told = times.instant(pv1.get(45), "PV1-45");
        return told == null && kind == Kind.DISCHARGED ? fromEvent() : told;
    }

    private @Nullable Instant fromEvent() {
        Instant occurred = times.instant(event.get(6), "EVN-6");
        return occurred != null ? occurred : times.instant(event.get(2), "EVN-2");
    }

    private @Nullable Disposition disposition() {
        String code = Fields.said(pv1.get(36));
        return code == null
                ? null
                : numbers.sender()
                        .disposition(code)
                        .orElseThrow(() -> new Rejected(
                                "unknown-disposition",
                                "PV1-36 holds a discharge disposition that is not in the sender's table."));
    }

    private @Nullable String location() {
        String parts = Stream.of(1, 2, 3)
                .map(component -> pv1.get(3, 0, component))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("-"));
        return Fields.said(parts);
    }

    private List<Diagnosis> diagnoses() {
        return segments.each("DG1").stream()
                .filter(dg1 -> !dg1.get(3).isEmpty())
                .map(dg1 -> new Diagnosis(dg1.get(3), dg1.get(3, 0, 3), dg1.get(3, 0, 2)))
                .toList();
    }

    /** The admit reason (PV2-3): its text, or the code if there is only that. */
    private String reason() {
        Fields pv2 = segments.first("PV2");
        String text = pv2.get(3, 0, 2);
        return text.isEmpty() ? pv2.get(3) : text;
    }

    /** Given and family name of the attending physician. */
    private @Nullable String attending() {
        String name = Stream.of(3, 2)
                .map(component -> pv1.get(7, 0, component))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return Fields.said(name);
    }
}
