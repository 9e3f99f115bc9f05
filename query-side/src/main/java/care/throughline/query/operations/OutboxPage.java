package care.throughline.query.operations;

import care.throughline.query.Outbox;
import care.throughline.query.Outbox.Message;
import care.throughline.query.web.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** What the page of the outbox shows. */
public record OutboxPage(List<Message> open, List<Message> settled, ZoneId zone) {

    /** How many need a person. */
    public long stuck() {
        return open.stream().filter(Outbox.Message::stuck).count();
    }

    public String moment(Instant instant) {
        return Words.moment(instant, zone);
    }

    /** What a message is for. */
    public static String of(Message message) {
        return switch (message.effect()) {
            case "REQUEST" -> "Asks to take a referral";
            case "IDENTITY" -> "Tells who the patient is";
            case "WITHDRAWAL" -> "Nothing is expected any more";
            case "CANCELLATION" -> "Asks to confirm a cancellation";
            case "WE_ACCEPT" -> "We accept what we were asked";
            case "WE_DECLINE" -> "We decline what we were asked";
            case "WE_SCHEDULE" -> "There is an appointment with us";
            case "WE_MOVE" -> "Our appointment was moved";
            case "WE_MISSED" -> "The patient did not come to us";
            case "WE_CALL_OFF" -> "We cancelled the appointment";
            case "WE_HAVE_SEEN" -> "We have seen the patient";
            case "WE_REPORT" -> "We report back";
            case "WE_CONFIRM" -> "We confirm a cancellation";
            default -> message.effect();
        };
    }

    /** How it stands. */
    public static String state(Message message) {
        return switch (message.state()) {
            case "WAITING" -> message.tries() == 0 ? "waits" : "is tried again";
            case "REFUSED" -> "refused";
            case "SENT" -> "sent";
            case "GIVEN_UP" -> "given up";
            case "ERASED" -> "never sent: the person was erased";
            default -> message.state();
        };
    }

    /** What the other side answered last, in words. */
    public static String answer(Message message) {
        return switch (message.answer()) {
            case "" -> "not tried yet";
            case "AA", "CA" -> "taken (" + message.answer() + ")";
            case "AE", "CE" -> "could not be taken now (" + message.answer() + ")";
            case "AR", "CR" -> "rejected (" + message.answer() + ")";
            case "NoAnswer" -> "no acknowledgment of this message";
            case "NotConsented" -> "the patient has not let this performer see the referral";
            case "NoChannel" -> "its system is not reached any more: see the directory";
            case "ConnectException", "HttpConnectTimeoutException", "SocketTimeoutException" ->
                "could not be reached (" + message.answer() + ")";
            default -> message.answer();
        };
    }
}
