package care.throughline.command.rules;

import care.throughline.events.RuleRef;
import care.throughline.events.authorization.Program;
import care.throughline.events.directory.Specialty;
import care.throughline.events.referral.Due;
import care.throughline.events.referral.PacketItem;
import care.throughline.events.referral.Urgency;
import care.throughline.events.referral.Wait;
import care.throughline.events.stay.Disposition;
import care.throughline.events.stay.StayClass;
import care.throughline.events.transition.Clocks;
import care.throughline.events.transition.Lace;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What the rule pack says on a day; every day is one in the organisation's zone. */
public final class Rules {

    private static final String US_2026 = "/rules/us-2026.yaml";

    private final RulePack pack;
    private final Map<String, BusinessDays> calendars = new ConcurrentHashMap<>();

    private Rules(RulePack pack) {
        this.pack = pack;
        pack.clocks().forEach(rule -> calendar(rule.calendar()));
        pack.referralWaits().forEach(rule -> calendar(rule.calendar()));
    }

    /** The pack for the United States that comes with this version.
     *
     * @throws IllegalStateException if something in it is missing or makes no sense
     */
    public static Rules us2026() {
        InputStream yaml = Rules.class.getResourceAsStream(US_2026);
        if (yaml == null) {
            throw new IllegalStateException("rules/us-2026.yaml is not on the class path");
        }
        return read("rules/us-2026.yaml", yaml);
    }

    /** A pack of one's own.
     *
     * @param name of the file, for errors
     * @throws IllegalStateException if something in it is missing or makes no sense
     */
    public static Rules read(String name, InputStream yaml) {
        return new Rules(RulePack.read(name, yaml));
    }

    /** Whether a stay of this class can open a transition at all. */
    public boolean followsUp(StayClass stayClass, LocalDate discharged) {
        return RulePack.on(discharged, pack.opening())
                .map(rule -> rule.classes().contains(stayClass))
                .orElse(false);
    }

    /** Whether a discharge to there, or to who knows where, opens a transition. */
    public boolean opens(@Nullable Disposition disposition, LocalDate discharged) {
        return RulePack.on(discharged, pack.opening())
                .map(rule -> rule.opens(disposition))
                .orElse(false);
    }

    /** When what is due, or empty if no rule holds on that day. */
    public Optional<Clocks> clocks(LocalDate discharged) {
        return RulePack.on(discharged, pack.clocks())
                .map(rule -> new Clocks(
                        calendar(rule.calendar()).after(discharged, rule.contactBusinessDays()),
                        discharged.plusDays(rule.visitDaysHigh()),
                        discharged.plusDays(rule.visitDaysModerate()),
                        discharged.plusDays(rule.windowDays() - 1L),
                        new RuleRef(rule.id(), pack.pack())));
    }

    /** Whether an admission of this class ends the transitions before it. */
    public boolean ends(StayClass stayClass, LocalDate admitted) {
        return RulePack.on(admitted, pack.ending())
                .map(rule -> rule.classes().contains(stayClass))
                .orElse(false);
    }

    /** Whether an admission of this type (HL7 table 0007) was planned. */
    public boolean isPlanned(@Nullable String admissionType, LocalDate admitted) {
        return admissionType != null
                && RulePack.on(admitted, pack.ending())
                        .map(rule -> rule.plannedAdmissionTypes().contains(admissionType))
                        .orElse(false);
    }

    /** Whether a discharge to there and an admission elsewhere on that day are one episode. */
    public boolean isTransfer(@Nullable Disposition disposition, LocalDate discharged, LocalDate admitted) {
        return disposition != null
                && RulePack.on(discharged, pack.transfer())
                        .filter(rule -> rule.dispositions().contains(disposition.code()))
                        .map(rule -> !admitted.isBefore(discharged)
                                && !admitted.isAfter(discharged.plusDays(rule.withinDays())))
                        .orElse(false);
    }

    /** The LACE score of a discharge, or empty if no rule holds on that day. */
    public Optional<Lace> lace(LaceInputs inputs, LocalDate discharged) {
        return RulePack.on(discharged, pack.lace())
                .map(rule -> rule.score(
                        inputs.losDays(),
                        inputs.admissionType() != null
                                && rule.acuteAdmissionTypes().contains(inputs.admissionType()),
                        rule.charlson(inputs.comorbidities()),
                        inputs.emergencyVisits()));
    }

    /** From which day on an emergency visit counts for an admission, or the admission itself if no rule holds. */
    public LocalDate emergencyVisitsSince(LocalDate admitted, LocalDate discharged) {
        return RulePack.on(discharged, pack.lace())
                .map(rule -> admitted.minusMonths(rule.emergencyMonths()))
                .orElse(admitted);
    }

    /** The names of the comorbidities that these ICD-10-CM codes stand for. */
    public Set<String> comorbidities(Collection<String> icd10, LocalDate day) {
        return RulePack.on(day, pack.lace()).map(rule -> rule.groupsOf(icd10)).orElse(Set.of());
    }

    /** What a referral to this specialty must bring along. */
    public Set<PacketItem> packet(Specialty specialty, LocalDate day) {
        return RulePack.on(day, pack.packet())
                .map(rule -> rule.neededBy(specialty))
                .orElse(Set.of());
    }

    /** The last day on which this step of a referral is in time.
     *
     * @throws IllegalStateException if no rule holds on that day: a referral never waits without a clock
     */
    public Due referralDue(Wait wait, Urgency urgency, LocalDate from) {
        WaitRule rule = RulePack.on(from, pack.referralWaits())
                .orElseThrow(() -> new IllegalStateException("no rule says how long a referral may wait on " + from));
        LocalDate by = calendar(rule.calendar()).after(from, rule.days(urgency, wait));
        return new Due(wait, by, new RuleRef(rule.id(), pack.pack()));
    }

    /** How long payers of this program may take, or empty if no rule holds on that day. */
    public Optional<PayerClocks> authorization(Program program, LocalDate day) {
        return RulePack.on(day, pack.authorization()).map(rule -> {
            AuthorizationRule.Terms terms = PayerClocks.known(rule.programs().get(program));
            return new PayerClocks(
                    new RuleRef(rule.id(), pack.pack()), terms.decision(), terms.pend(), terms.appeals());
        });
    }

    /** For how long what the directory says counts as fresh.
     *
     * @throws IllegalStateException if no rule holds on that day
     */
    public Freshness freshness(LocalDate day) {
        return RulePack.on(day, pack.directory())
                .map(rule -> new Freshness(
                        rule.verifyAfterDays(), rule.priceOldAfterDays(), new RuleRef(rule.id(), pack.pack())))
                .orElseThrow(() -> new IllegalStateException("no rule says how long the directory is fresh on " + day));
    }

    /** What the house asks for around appointments.
     *
     * @throws IllegalStateException if no rule holds on that day
     */
    public AppointmentRule appointments(LocalDate day) {
        return RulePack.on(day, pack.appointments())
                .orElseThrow(() -> new IllegalStateException("no rule says what to do about appointments on " + day));
    }

    /** The name of the pack, which says what version its rules are. */
    public String version() {
        return pack.pack();
    }

    /** How long what is kept, by the rule that holds on that day; nothing if none does. */
    public List<Retention> retention(LocalDate day) {
        return RulePack.on(day, pack.retention()).map(RetentionRule::periods).orElse(List.of());
    }

    /** Holidays of the calendar of the clocks that hold on the first day of that year, as observed. */
    public Set<LocalDate> holidays(int year) {
        return RulePack.on(LocalDate.of(year, 1, 1), pack.clocks())
                .map(rule -> calendar(rule.calendar()).observedIn(year))
                .orElse(Set.of());
    }

    private BusinessDays calendar(String name) {
        return calendars.computeIfAbsent(name, BusinessDays::new);
    }
}
