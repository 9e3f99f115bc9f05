package care.throughline.query.timeline;

import care.throughline.events.patient.PatientEvent;
import care.throughline.events.stay.StayEvent;
import care.throughline.events.stay.StayPicture;
import care.throughline.events.transition.Clocks;
import care.throughline.events.transition.TransitionEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an event says about the aspects of its subject that can change, so that a timeline can show from what to what. */
final class Aspects {

    private Aspects() {}

    /** Label and value of each aspect that the event speaks of, empty text for none; nothing for most events. */
    static Map<String, String> of(PatientEvent event) {
        if (event instanceof PatientEvent.DemographicsCorrected corrected) {
            return demographics(corrected);
        }
        if (event instanceof PatientEvent.IdentifierAdded added) {
            return Map.of("number", PatientWords.number(added));
        }
        return event instanceof PatientEvent.IdentifierRetired ? Map.of("number", "") : Map.of();
    }

    static Map<String, String> of(StayEvent event) {
        return picture(event.after());
    }

    static Map<String, String> of(TransitionEvent event) {
        if (event instanceof TransitionEvent.Opened opened) {
            return clocks(opened.clocks());
        }
        if (event instanceof TransitionEvent.DischargeCorrected corrected) {
            return clocks(corrected.clocks());
        }
        return event instanceof TransitionEvent.Resumed resumed ? clocks(resumed.clocks()) : Map.of();
    }

    private static Map<String, String> demographics(PatientEvent.DemographicsCorrected corrected) {
        Map<String, String> aspects = new LinkedHashMap<>();
        corrected
                .values()
                .value()
                .ifPresent(values -> corrected.fields().stream()
                        .sorted()
                        .forEach(field ->
                                aspects.put(PatientWords.label(field), Line.plain(values.getOrDefault(field, "")))));
        return aspects;
    }

    private static Map<String, String> picture(StayPicture picture) {
        Map<String, String> aspects = new LinkedHashMap<>();
        aspects.put("class", StayWords.noun(picture.stayClass()));
        aspects.put("admitted", at(picture.admittedAt()));
        aspects.put("discharged", at(picture.dischargedAt()));
        aspects.put("where to", picture.disposition() == null ? "" : StayWords.disposition(picture.disposition()));
        aspects.put("place", picture.location() == null ? "" : Line.plain(picture.location()));
        aspects.put("admission type", picture.admissionType() == null ? "" : Line.plain(picture.admissionType()));
        return aspects;
    }

    private static Map<String, String> clocks(Clocks clocks) {
        Map<String, String> aspects = new LinkedHashMap<>();
        aspects.put("contact due", TransitionWords.day(clocks.contactDue()));
        aspects.put("visit due if complex", TransitionWords.day(clocks.visit7Due()));
        aspects.put("visit due otherwise", TransitionWords.day(clocks.visit14Due()));
        aspects.put("window ends", TransitionWords.day(clocks.windowEnd()));
        return aspects;
    }

    private static String at(@Nullable Instant instant) {
        return instant == null ? "" : Line.at(instant);
    }
}
