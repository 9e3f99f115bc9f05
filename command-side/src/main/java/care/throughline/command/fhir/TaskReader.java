package care.throughline.command.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import care.throughline.command.Rejected;
import care.throughline.command.Texts;
import care.throughline.command.referral.ReferralCommand.Accept;
import care.throughline.command.referral.ReferralCommand.CancelAppointment;
import care.throughline.command.referral.ReferralCommand.ConfirmCancellation;
import care.throughline.command.referral.ReferralCommand.Decline;
import care.throughline.command.referral.ReferralCommand.FromPerformer;
import care.throughline.command.referral.ReferralCommand.RecordMissed;
import care.throughline.command.referral.ReferralCommand.RecordSeen;
import care.throughline.command.referral.ReferralCommand.ReportResult;
import care.throughline.command.referral.ReferralCommand.Schedule;
import care.throughline.events.PerformerId;
import care.throughline.events.ReferralId;
import care.throughline.events.referral.DeclineReason;
import care.throughline.events.referral.Way;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Type;

/**
 * Reads the FHIR R4 Task that a performer puts back as what it tells of its referral. Read are status, businessStatus,
 * statusReason, the start of executionPeriod and output; who may set which status is Gravity's table (SDOHCC, Task for
 * referral management).
 */
public final class TaskReader {

    /** The code system of {@link DeclineReason}. */
    public static final String DECLINE_REASONS = "urn:throughline:decline-reason";

    /** What the update is about, as the address and the token of the request say, and when it came in. */
    public record About(String task, ReferralId referral, PerformerId performer, Instant now) {}

    /** What the performer tells.
     *
     * @throws Rejected if it is no Task, another Task, or nothing that a performer may say
     */
    public FromPerformer read(byte[] body, About about) {
        Task task = parse(body);
        if (!about.task().equals(task.getIdElement().getIdPart())) {
            throw new Rejected("task-differs", "The id of the Task must be the one of the address.");
        }
        ReferralId referral = about.referral();
        PerformerId performer = about.performer();
        Instant now = about.now();
        return switch (task.getStatus()) {
            case ACCEPTED -> new Accept(referral, performer, Way.SYSTEM, now);
            case REJECTED ->
                new Decline(referral, performer, reason(task.getStatusReason()), why(task), Way.SYSTEM, now);
            case INPROGRESS -> progress(task, about);
            case COMPLETED -> new ReportResult(referral, performer, result(task), Way.SYSTEM, now);
            case CANCELLED -> new ConfirmCancellation(referral, performer, Way.SYSTEM, now);
            case DRAFT, REQUESTED, RECEIVED, READY, ONHOLD, FAILED, ENTEREDINERROR, NULL ->
                throw new Rejected(
                        "status-not-yours",
                        "A performer says accepted, rejected, in-progress, completed, or cancelled when it was asked to.");
        };
    }

    /** BSeR's business status says how it goes. */
    private static FromPerformer progress(Task task, About about) {
        String code = task.getBusinessStatus().getCoding().stream()
                .map(Coding::getCode)
                .findFirst()
                .orElse("");
        ReferralId referral = about.referral();
        PerformerId performer = about.performer();
        return switch (code) {
            case "5.1.1" -> new Schedule(referral, performer, start(task), Way.SYSTEM, about.now());
            case "5.1.2" -> new RecordMissed(referral, performer, Way.SYSTEM, about.now());
            case "5.1.3" -> new CancelAppointment(referral, performer, why(task), Way.SYSTEM, about.now());
            case "5.1.4" -> new RecordSeen(referral, performer, Way.SYSTEM, about.now());
            default ->
                throw new Rejected(
                        "business-status-missing",
                        "Say with businessStatus how it goes: 5.1.1 scheduled, 5.1.2 missed, 5.1.3 appointment cancelled,"
                                + " 5.1.4 seen.");
        };
    }

    private static Instant start(Task task) {
        if (!task.getExecutionPeriod().hasStart()) {
            throw new Rejected("start-missing", "Say with executionPeriod.start when the appointment begins.");
        }
        return task.getExecutionPeriod().getStart().toInstant();
    }

    private static String why(Task task) {
        return Texts.required(task.getStatusReason().getText(), "The text of statusReason", Texts.LINE);
    }

    /** Known by its code in our system, else another one. */
    private static DeclineReason reason(CodeableConcept said) {
        return said.getCoding().stream()
                .filter(coding -> DECLINE_REASONS.equals(coding.getSystem()))
                .flatMap(coding -> Arrays.stream(DeclineReason.values())
                        .filter(one -> one.name().equals(coding.getCode())))
                .findFirst()
                .orElse(DeclineReason.OTHER);
    }

    private static String result(Task task) {
        String said = task.getOutput().stream()
                .map(output -> words(output.getValue()))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("\n"));
        return Texts.required(said, "What came of it, in output,", Texts.NOTE);
    }

    private static String words(Type value) {
        return switch (value) {
            case CodeableConcept concept -> words(concept);
            case Reference reference -> text(reference.getDisplay());
            case PrimitiveType<?> plain -> text(plain.getValueAsString());
            case null -> "";
            default -> "";
        };
    }

    private static String words(CodeableConcept concept) {
        return concept.hasText()
                ? text(concept.getText())
                : concept.getCoding().stream()
                        .map(coding -> text(coding.getDisplay()))
                        .collect(Collectors.joining(", "));
    }

    private static String text(String said) {
        return said == null ? "" : said.strip();
    }

    private static Task parse(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            IParser parser = FhirContext.forR4Cached().newJsonParser();
            parser.setParserErrorHandler(new StrictErrorHandler());
            return parser.parseResource(Task.class, text);
        } catch (CharacterCodingException | RuntimeException e) {
            throw new Rejected("unreadable", "This is no FHIR R4 Task in JSON and UTF-8.");
        }
    }
}
