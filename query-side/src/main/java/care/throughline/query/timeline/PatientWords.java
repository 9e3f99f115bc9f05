package care.throughline.query.timeline;

import care.throughline.events.patient.DemographicField;
import care.throughline.events.patient.Identifier;
import care.throughline.events.patient.IdentifierEvent;
import care.throughline.events.patient.PatientEvent;
import care.throughline.events.patient.PatientEvent.MergeKind;
import care.throughline.query.timeline.Line.Topic;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Tells what happened to a person's record. */
final class PatientWords {

    private PatientWords() {}

    static Line tell(PatientEvent event) {
        return switch (event) {
            case PatientEvent.Registered registered -> person(registered, "First heard of this person");
            case PatientEvent.IdentifierAdded added ->
                Line.of(Topic.PERSON, added.key().value(), "Known by a number: " + number(added));
            case PatientEvent.IdentifierRetired retired ->
                Line.of(
                        Topic.PERSON,
                        retired.key().value(),
                        "A number was retired: whoever still uses it means this person");
            case PatientEvent.DemographicsCorrected corrected ->
                person(corrected, sentence(corrected.fields(), "told") + forgotten(corrected));
            case PatientEvent.DemographicsConfirmed confirmed ->
                Line.of(
                        Topic.DETAIL,
                        confirmed.patient().value(),
                        sentence(confirmed.fields(), "told again, the same as before"));
            case PatientEvent.DeathRecorded death ->
                person(
                        death,
                        death.diedAt() == null
                                ? "Reported as having died, the time was not told"
                                : "Died " + Line.at(death.diedAt()));
            case PatientEvent.AliveConfirmed confirmed ->
                Line.of(Topic.DETAIL, confirmed.patient().value(), "Told to be alive");
            case PatientEvent.DeathWithdrawn withdrawn -> person(withdrawn, "The report of a death was withdrawn");
            case PatientEvent.MergedInto merged ->
                person(
                        merged,
                        Line.record(merged.patient()) + " was merged into " + Line.record(merged.survivor()) + ": "
                                + why(merged.kind()));
            case PatientEvent.Unmerged unmerged ->
                person(
                                unmerged,
                                Line.record(unmerged.patient()) + " was taken out of " + Line.record(unmerged.from())
                                        + " again: they are two people")
                        .saying(unmerged.reason());
        };
    }

    static Line tell(IdentifierEvent event) {
        return switch (event) {
            case IdentifierEvent.IdentifierClaimed claimed ->
                Line.of(Topic.DETAIL, claimed.key().value(), "A number was found to lead to this record");
            case IdentifierEvent.IdentifierReleased released ->
                Line.of(Topic.DETAIL, released.key().value(), "A number leads to this record no longer");
        };
    }

    /** A field in the words of a form. */
    static String label(DemographicField field) {
        return switch (field) {
            case FAMILY -> "family name";
            case GIVEN -> "given name";
            case MIDDLE -> "middle name";
            case BIRTH_DATE -> "birth date";
            case SEX -> "sex";
            case STREET -> "street";
            case CITY -> "city";
            case STATE -> "state";
            case ZIP -> "ZIP code";
            case PHONE -> "phone";
            case LANGUAGE -> "language";
            case RACE -> "race";
            case ETHNICITY -> "ethnicity";
            case PAYER -> "payer";
        };
    }

    static String number(PatientEvent.IdentifierAdded added) {
        return added.identifier().map(PatientWords::number, "forgotten");
    }

    private static String number(Identifier identifier) {
        return switch (identifier.type()) {
                    case MR -> "medical record ";
                    case PI -> "person number ";
                }
                + Line.plain(identifier.value()) + " of " + Line.facility(Line.plain(identifier.assigner()));
    }

    private static Line person(PatientEvent event, String sentence) {
        return Line.of(Topic.PERSON, event.patient().value(), sentence);
    }

    private static String forgotten(PatientEvent.DemographicsCorrected corrected) {
        return corrected.values().value().isEmpty() ? " (forgotten since)" : "";
    }

    private static String why(MergeKind kind) {
        return switch (kind) {
            case TOLD -> "the hospital says they are one person";
            case SAME_IDENTIFIERS -> "one message carried the numbers of both";
        };
    }

    private static String sentence(Collection<DemographicField> fields, String verb) {
        List<String> labels = fields.stream().sorted().map(PatientWords::label).toList();
        String list = labels.size() < 2
                ? String.join("", labels)
                : String.join(", ", labels.subList(0, labels.size() - 1)) + " and " + labels.getLast();
        String start = list.isEmpty() ? "Nothing" : list.substring(0, 1).toUpperCase(Locale.ROOT) + list.substring(1);
        return start + (labels.size() == 1 ? " was " : " were ") + verb;
    }
}
