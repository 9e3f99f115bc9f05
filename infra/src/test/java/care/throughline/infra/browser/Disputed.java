package care.throughline.infra.browser;

import care.throughline.command.hl7.AdtReader;
import care.throughline.command.intake.Answered;
import care.throughline.command.intake.Intake;
import care.throughline.events.PatientId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;

/**
 * Somebody of whom a hospital first says that they went home yesterday, and later that it was the day before that.
 *
 * @param family made of letters that nobody else is called by
 */
record Disputed(String family, Instant now) {

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("yyyyMMddHHmm").withZone(ZoneId.of("America/New_York"));

    /** They came in and went home, as told at first. */
    PatientId told(AdtReader reader, Intake intake) {
        take(reader, intake, "A01", daysAgo(6), "");
        return take(reader, intake, "A03", daysAgo(1), daysAgo(1));
    }

    /** They had gone home a day earlier. */
    void corrected(AdtReader reader, Intake intake) {
        take(reader, intake, "A08", MINUTES.format(now), daysAgo(2));
    }

    private String number() {
        return "DSP" + family.toUpperCase(Locale.ROOT);
    }

    private PatientId take(AdtReader reader, Intake intake, String event, String at, String dischargedAt) {
        String[] visit = new String[46];
        Arrays.fill(visit, "");
        visit[0] = "PV1";
        visit[2] = "I";
        visit[4] = "E";
        visit[19] = "V" + number();
        visit[36] = dischargedAt.isEmpty() ? "" : "HOM";
        visit[44] = daysAgo(6);
        visit[45] = dischargedAt;
        String message = String.join(
                "\r",
                "MSH|^~\\&|ADMIT3|STCLR|||" + at + "||ADT^" + event + "|" + event + number() + "|P|2.3",
                "EVN|" + event + "|" + at,
                "PID|1||" + number() + "^^^STCLR^MR||" + family + "^Robin||19511104|F",
                String.join("|", visit));
        Answered answered = intake.take(reader, message.getBytes(StandardCharsets.UTF_8), "system:mllp");
        if (answered instanceof Answered.Applied applied) {
            return applied.patients().iterator().next();
        }
        throw new IllegalStateException("not applied: " + answered);
    }

    private String daysAgo(int days) {
        return MINUTES.format(now.minus(days, ChronoUnit.DAYS));
    }
}
