package care.throughline.infra.outbox;

import care.throughline.events.directory.Reach;
import care.throughline.query.tasks.Subject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.ServiceRequest;

/**
 * Writes the referral as IHE 360X does: {@code OMG^O19} with ORC-1 NW to ask, XO when more is told, CA when it is not wanted
 * any more. ORC-2 is the referral's id, by which the answers name it.
 */
record Hl7Order(Told told, Reach reach, String application, String facility) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmssxx").withZone(ZoneOffset.UTC);

    /** LOINC: referral note. */
    private static final String REFERRAL_NOTE = "57133-1^Referral note^LN";

    byte[] content() {
        List<String> segments =
                new ArrayList<>(List.of(header("OMG^O19^OMG_O19"), patient(), order(), timing(), observation()));
        List<String> notes = new ArrayList<>();
        told.request().getNote().forEach(note -> notes.add(note.getText()));
        notes.add(told.notice());
        for (String note : notes.stream().filter(one -> !one.isBlank()).toList()) {
            segments.add(segment("NTE", String.valueOf(segments.size() - 4), "", escaped(note)));
        }
        return (String.join("\r", segments) + "\r").getBytes(StandardCharsets.UTF_8);
    }

    /** The header of a message of this type. */
    String header(String type) {
        return segment(
                "MSH",
                "^~\\&",
                application,
                facility,
                reach.application(),
                reach.facility(),
                time(told.writtenAt()),
                "",
                type,
                told.controlId(),
                "P",
                "2.5.1",
                "",
                "",
                "",
                "",
                "",
                "UNICODE UTF-8",
                "",
                "",
                "360X");
    }

    /** Name type S is HL7's for a coded pseudonym. */
    String patient() {
        String number = told.patient() + "^^^" + application + "^PI";
        Subject who = told.subject();
        if (who == null) {
            return segment("PID", "1", "", number, "", told.patient() + "^^^^^^S");
        }
        String born = who.born() == null ? "" : DateTimeFormatter.BASIC_ISO_DATE.format(who.born());
        return segment(
                "PID",
                "1",
                "",
                number,
                "",
                parts(who.family(), who.given()),
                "",
                born,
                who.sex(),
                "",
                "",
                parts(who.street(), "", who.city(), who.state(), who.zip()),
                "",
                escaped(who.phone()),
                "",
                escaped(who.language()));
    }

    private String order() {
        String why = told.task().getStatusReason().getText();
        return segment(
                "ORC",
                control(),
                number(),
                "",
                "",
                "",
                "",
                "",
                "",
                time(told.writtenAt()),
                "",
                "",
                "",
                "",
                "",
                "",
                why == null ? "" : "^" + escaped(why));
    }

    private String control() {
        return switch (told.effect()) {
            case REQUEST -> "NW";
            case IDENTITY -> "XO";
            case WITHDRAWAL, CANCELLATION -> "CA";
            case WE_ACCEPT,
                    WE_DECLINE,
                    WE_SCHEDULE,
                    WE_MOVE,
                    WE_MISSED,
                    WE_CALL_OFF,
                    WE_HAVE_SEEN,
                    WE_REPORT,
                    WE_CONFIRM -> throw new IllegalStateException("this answers, it asks nothing");
        };
    }

    private String timing() {
        boolean urgent = told.request().getPriority() == ServiceRequest.ServiceRequestPriority.URGENT;
        return segment("TQ1", "1", "", "", "", "", "", "", "", urgent ? "A" : "R");
    }

    private String observation() {
        String[] fields = new String[32];
        java.util.Arrays.fill(fields, "");
        fields[0] = "OBR";
        fields[1] = "1";
        fields[2] = number();
        fields[4] = REFERRAL_NOTE;
        fields[13] = escaped(told.request().getCode().getText());
        fields[31] = "^" + escaped(told.request().getReasonCodeFirstRep().getText());
        return segment(fields);
    }

    private String number() {
        return told.referral() + "^" + application;
    }

    static String time(Instant at) {
        return TIME.format(at);
    }

    private static String parts(String... components) {
        List<String> escaped = new ArrayList<>();
        for (String component : components) {
            escaped.add(escaped(component));
        }
        return String.join("^", escaped);
    }

    static String segment(String... fields) {
        return String.join("|", fields);
    }

    /** Text as it may stand between delimiters; line ends are those of formatted text. */
    static String escaped(String text) {
        return text.replace("\\", "\\E\\")
                .replace("|", "\\F\\")
                .replace("^", "\\S\\")
                .replace("&", "\\T\\")
                .replace("~", "\\R\\")
                .replaceAll("\r\n|\r|\n", "\\\\.br\\\\");
    }
}
