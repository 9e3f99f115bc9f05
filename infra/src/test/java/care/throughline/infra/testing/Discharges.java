package care.throughline.infra.testing;

import care.throughline.command.BlindIndex;
import care.throughline.command.hl7.AdtReader;
import care.throughline.command.intake.Answered;
import care.throughline.command.intake.Intake;
import care.throughline.events.FacilityCode;
import care.throughline.events.PatientId;
import care.throughline.events.TransitionId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Tells of people who were discharged from hospital, by the hospital's messages through the real intake. */
public final class Discharges {

    private static final String HOSPITAL = "STCLR";
    private static final String ADMITTED = "20260225090000";
    private static final String DISCHARGED = "20260227150000";

    private final AdtReader reader;
    private final Intake intake;
    private final BlindIndex index;
    private final ReadModels readModels;
    private final Map<String, Discharged> told = new ConcurrentHashMap<>();

    Discharges(AdtReader reader, Intake intake, BlindIndex index, ReadModels readModels) {
        this.reader = reader;
        this.intake = intake;
        this.index = index;
        this.readModels = readModels;
    }

    /** Somebody at home again, with the work that follows. */
    public record Discharged(PatientId patient, TransitionId transition) {}

    /**
     * Discharged home on the Friday before {@link TestClock#MONDAY_MORNING}, told once however often this is asked; when it
     * returns, every read model knows.
     *
     * @param name the family name, which the number and the visit are made of
     */
    public Discharged home(String name) {
        return told.computeIfAbsent(name, this::tell);
    }

    private Discharged tell(String name) {
        tell(name, "A01", ADMITTED, "", "");
        PatientId patient = tell(name, "A03", DISCHARGED, "HOM", DISCHARGED);
        readModels.awaitAll();
        return new Discharged(patient, TransitionId.of(index.stayOf(new FacilityCode(HOSPITAL), "V" + number(name))));
    }

    private PatientId tell(String name, String event, String at, String disposition, String dischargedAt) {
        String[] visit = new String[46];
        Arrays.fill(visit, "");
        visit[0] = "PV1";
        visit[2] = "I";
        visit[4] = "E";
        visit[19] = "V" + number(name);
        visit[36] = disposition;
        visit[44] = ADMITTED;
        visit[45] = dischargedAt;
        String message = String.join(
                "\r",
                "MSH|^~\\&|ADMIT3|" + HOSPITAL + "|||" + at + "||ADT^" + event + "|" + event + number(name) + "|P|2.3",
                "EVN|" + event + "|" + at,
                "PID|1||" + number(name) + "^^^" + HOSPITAL + "^MR||" + name + "^Pat||19480302|F",
                String.join("|", visit));
        Answered answered = intake.take(reader, message.getBytes(StandardCharsets.UTF_8), "system:mllp");
        if (answered instanceof Answered.Applied applied) {
            return applied.patients().iterator().next();
        }
        throw new IllegalStateException("not applied: " + answered);
    }

    private static String number(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
