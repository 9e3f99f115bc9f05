package care.throughline.infra.outbox;

import static care.throughline.infra.outbox.Hl7Order.escaped;
import static care.throughline.infra.outbox.Hl7Order.segment;

import care.throughline.events.directory.Reach;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/**
 * Writes what we do about a request of another as IHE 360X does: {@code OSU^O51} with OK, UA, SC or CR, and {@code SIU} for
 * appointments. ORC-2 and SCH-26 are the number of whoever asked, ORC-3 and SCH-2 ours.
 */
record Hl7Answer(Told told, Reach reach, String application, String facility) {

    private static final String STATUS = "OSU^O51^OSU_O51";

    byte[] content() {
        List<String> segments = new ArrayList<>(lines(new Hl7Order(told, reach, application, facility)));
        if (!told.notice().isBlank()) {
            segments.add(segment("NTE", "1", "", escaped(told.notice())));
        }
        return (String.join("\r", segments) + "\r").getBytes(StandardCharsets.UTF_8);
    }

    private List<String> lines(Hl7Order outside) {
        String who = outside.patient();
        return switch (told.effect()) {
            case WE_ACCEPT -> List.of(outside.header(STATUS), who, order("OK", "IP", ""));
            case WE_DECLINE -> List.of(outside.header(STATUS), who, order("UA", "", why()));
            case WE_HAVE_SEEN -> List.of(outside.header(STATUS), who, order("SC", "A", ""));
            case WE_REPORT -> List.of(outside.header(STATUS), who, order("SC", "CM", ""), report());
            case WE_CONFIRM -> List.of(outside.header(STATUS), who, order("CR", "CA", ""));
            case WE_SCHEDULE -> List.of(outside.header("SIU^S12^SIU_S12"), appointment("Booked"), who);
            case WE_MOVE -> List.of(outside.header("SIU^S13^SIU_S12"), appointment("Booked"), who);
            case WE_CALL_OFF -> List.of(outside.header("SIU^S15^SIU_S12"), appointment("Cancelled"), who);
            case WE_MISSED -> List.of(outside.header("SIU^S26^SIU_S12"), appointment("Noshow"), who);
            case REQUEST, IDENTITY, WITHDRAWAL, CANCELLATION ->
                throw new IllegalStateException("this asks, it answers nothing");
        };
    }

    private String order(String control, String status, String why) {
        return segment(
                "ORC",
                control,
                number(),
                ours(),
                "",
                status,
                "",
                "",
                "",
                Hl7Order.time(told.writtenAt()),
                "",
                "",
                "",
                "",
                "",
                "",
                why);
    }

    /** HL7 table 0278 says how it stands in SCH-25. */
    private String appointment(String status) {
        String[] fields = new String[27];
        java.util.Arrays.fill(fields, "");
        fields[0] = "SCH";
        fields[2] = ours();
        fields[6] = status;
        String start = told.task().getExecutionPeriod().getStartElement().getValueAsString();
        fields[11] = start == null
                ? ""
                : "^^^" + Hl7Order.time(OffsetDateTime.parse(start).toInstant());
        fields[25] = status;
        fields[26] = number();
        return segment(fields);
    }

    private String report() {
        String words = ((CodeableConcept) told.task().getOutputFirstRep().getValue()).getText();
        return segment("OBX", "1", "TX", "57133-1^Referral note^LN", "", escaped(words), "", "", "", "", "", "F");
    }

    private String why() {
        Coding coded = told.task().getStatusReason().getCodingFirstRep();
        return Objects.requireNonNullElse(coded.getCode(), "") + "^"
                + escaped(
                        Objects.requireNonNullElse(told.task().getStatusReason().getText(), ""));
    }

    /** As it was told: the number, and who gave it out. */
    private String number() {
        String[] parts = told.number().split("\\^", 2);
        return parts.length == 1 ? escaped(parts[0]) : escaped(parts[0]) + "^" + escaped(parts[1]);
    }

    private String ours() {
        return told.referral() + "^" + application;
    }
}
