package care.throughline.query.erasure;

import care.throughline.events.StaffId;
import care.throughline.events.erasure.Grounds.Asker;
import care.throughline.events.erasure.Grounds.Exemption;
import care.throughline.events.erasure.Grounds.Ground;
import care.throughline.events.erasure.RecordClass;
import care.throughline.events.erasure.Span;
import care.throughline.query.Names;
import care.throughline.query.erasure.ErasureFile.Certificate;
import care.throughline.query.web.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/** How erasures and retention are spoken of on their pages. */
public record ErasureWords(Names names, ZoneId zone) {

    public String staff(String account) {
        return names.staff(new StaffId(account));
    }

    public String moment(Instant instant) {
        return Words.date(LocalDate.ofInstant(instant, zone)) + ", " + Words.time(instant, zone);
    }

    /** Where a file stands. */
    public static String state(ErasureFile file) {
        String held = file.hold() == null ? "" : ", legal hold";
        return switch (file.state()) {
            case KEPT -> "not asked for" + held;
            case REQUESTED -> "waits for a second person" + held;
            case REFUSED -> "refused" + held;
            case APPROVED -> "approved" + held;
            case ERASING -> "being erased";
            case ERASED -> isChecked(file) ? "erased, certified" : "erased, being checked";
        };
    }

    private static boolean isChecked(ErasureFile file) {
        Certificate certificate = file.certificate();
        return certificate != null && certificate.checkedAt() != null;
    }

    public static String asker(Asker asker) {
        return switch (asker) {
            case PATIENT -> "The patient";
            case REPRESENTATIVE -> "Somebody who may speak for the patient";
            case AUTHORITY -> "An authority or court";
            case HOUSE -> "The house, by its retention schedule";
        };
    }

    public static String ground(Ground ground) {
        return switch (ground) {
            case NO_LONGER_NEEDED -> "No longer needed (GDPR Art. 17(1)(a))";
            case CONSENT_WITHDRAWN -> "Consent withdrawn (Art. 17(1)(b))";
            case OBJECTED -> "The person objects (Art. 17(1)(c))";
            case UNLAWFULLY_PROCESSED -> "Kept unlawfully (Art. 17(1)(d))";
            case LEGAL_OBLIGATION -> "The law asks for it (Art. 17(1)(e))";
            case RETENTION_ENDED -> "The retention period is over";
        };
    }

    public static String exemption(Exemption exemption) {
        return switch (exemption) {
            case DUTY_TO_KEEP -> "Records have to be kept (Art. 17(3)(b))";
            case PUBLIC_HEALTH -> "Public health (Art. 17(3)(c))";
            case RESEARCH -> "Research or archiving (Art. 17(3)(d))";
            case LEGAL_CLAIMS -> "Legal claims (Art. 17(3)(e))";
            case NOT_ENTITLED -> "Whoever asked may not ask";
        };
    }

    public static String recordClass(RecordClass kept) {
        return switch (kept) {
            case PERSON -> "People, after the last news of them";
            case MESSAGE -> "Texts of messages, after they arrived";
            case MESSAGE_ASIDE -> "Texts of messages never applied, since they wait";
            case ERASURE_FILE -> "Files on erasures, after their certificate";
        };
    }

    /** A period in the larger unit that fits. */
    public static String period(int months) {
        return months % 12 == 0 ? Words.count(months / 12, "year") : Words.count(months, "month");
    }

    /** Positions as one writes page numbers: {@code 3, 7–9}. */
    public static String positions(List<Span> spans) {
        return spans.stream()
                .map(span -> span.from() == span.to() ? "" + span.from() : span.from() + "–" + span.to())
                .collect(Collectors.joining(", "));
    }

    /** What is left to do about a line of the schedule for which nothing can be put forward as a whole. */
    public static String act(Retention.Line line) {
        return switch (line.recordClass()) {
            case PERSON -> line.due() == 0 ? "" : "One by one, in the file of each person below";
            case MESSAGE, MESSAGE_ASIDE -> line.due() == 0 ? "" : "Put forward, see below";
            case ERASURE_FILE -> "Holds no personal data; stays with the record";
        };
    }
}
