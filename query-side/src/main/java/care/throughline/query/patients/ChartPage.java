package care.throughline.query.patients;

import care.throughline.events.FacilityCode;
import care.throughline.events.StaffId;
import care.throughline.query.Names;
import care.throughline.query.authorizations.Authorization;
import care.throughline.query.authorizations.AuthorizationView;
import care.throughline.query.referrals.Referral;
import care.throughline.query.referrals.ReferralView;
import care.throughline.query.restrictions.Standing;
import care.throughline.query.timeline.Moments;
import care.throughline.query.web.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a patient shows.
 *
 * @param from the retired record by which the reader came, empty if by none
 */
public record ChartPage(
        Chart chart,
        List<Referral> referrals,
        List<Authorization> authorizations,
        Moments moments,
        Moments.Filter filter,
        Moments.Order order,
        String from,
        Instant now,
        ZoneId zone,
        Names names) {

    private static final Map<String, String> SEXES =
            Map.of("F", "Female", "M", "Male", "O", "Other sex", "U", "Sex not known");

    /** The address of this page with another filter or order of its timeline. */
    public String path(Moments.Filter show, Moments.Order by) {
        String path = "/patients/" + person().patient() + "?show=" + show.name();
        return by == Moments.Order.HAPPENED ? path : path + "&order=" + by.name();
    }

    public Chart.Person person() {
        return chart.person();
    }

    public ReferralView referralView() {
        return new ReferralView(today(), zone, names);
    }

    public AuthorizationView authorizationView() {
        return new AuthorizationView(now, zone, names);
    }

    /** The day in the organisation's zone. */
    public LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }

    public String name() {
        return Words.name(person().family(), person().given());
    }

    public String sex() {
        String sex = person().sex();
        return sex == null ? "" : SEXES.getOrDefault(sex, sex);
    }

    /** The language in English, empty for English itself and if nobody told it. */
    public String language() {
        String language = person().language();
        return language == null || language.equals("en") ? "" : Words.language(language);
    }

    public String phone() {
        String phone = person().phone();
        return phone == null ? "" : Words.phone(phone);
    }

    /** The address in one line, as far as known. */
    public String address() {
        String region = joined(" ", person().state(), person().zip());
        return joined(", ", person().street(), person().city(), region.isEmpty() ? null : region);
    }

    public String facility(String code) {
        try {
            return names.facility(new FacilityCode(code));
        } catch (IllegalArgumentException noFacility) {
            return code;
        }
    }

    /** Who restricted the chart: a colleague, or a house. */
    public String restrictedBy(Standing standing) {
        String house = facility(standing.by());
        return house.equals(standing.by()) ? staff(standing.by()) : house;
    }

    public String staff(String account) {
        return names.staff(new StaffId(account));
    }

    public String moment(Instant instant) {
        return Words.date(LocalDate.ofInstant(instant, zone)) + ", " + Words.time(instant, zone);
    }

    /** The time of an event that its place in the timeline does not tell, in words. */
    public String otherTime(Moments.Moment moment) {
        return switch (order) {
            case HAPPENED -> "recorded " + moment(moment.recordedAt());
            case RECORDED -> "happened " + moment(moment.happenedAt());
        };
    }

    /** Who else may be made accountable. */
    public List<StaffId> colleagues(String viewer) {
        return names.coordinators().stream()
                .filter(one -> !one.value().equals(viewer))
                .toList();
    }

    public List<Chart.Work> openWork() {
        return chart.work().stream().filter(work -> work.isOpen(today())).toList();
    }

    public List<Chart.Work> pastWork() {
        return chart.work().stream().filter(work -> !work.isOpen(today())).toList();
    }

    /** How a clock stands, in a word. */
    public String standing(boolean met, LocalDate due) {
        return met ? "done" : due.isBefore(today()) ? "missed " + Words.day(due) : Words.distance(due, today());
    }

    /** The class that gives a clock its colour. */
    public String tone(boolean met, LocalDate due) {
        if (met) {
            return "is-met";
        }
        return due.isBefore(today()) ? "is-late" : due.isAfter(today().plusDays(1)) ? "is-calm" : "is-soon";
    }

    /** How a visit is called. */
    public String visitClass(String stayClass) {
        return switch (stayClass) {
            case "IMP" -> "Inpatient";
            case "OBS" -> "Observation";
            case "EMER" -> "Emergency";
            case "AMB" -> "Clinic";
            case "PRE" -> "Planned admission";
            default -> stayClass;
        };
    }

    /** How a transition ended. */
    public String ended(Chart.Work work) {
        return switch (work.state()) {
            case "OPEN" -> "window over";
            case "COMPLETED" -> "work done";
            case "READMITTED" -> "back in hospital";
            case "DIED" -> "died";
            case "VOID" -> "void";
            default -> work.state();
        };
    }

    private static String joined(String between, @Nullable String... parts) {
        StringBuilder joined = new StringBuilder();
        for (String part : parts) {
            if (part != null && !part.isBlank()) {
                joined.append(joined.isEmpty() ? "" : between).append(part);
            }
        }
        return joined.toString();
    }
}
