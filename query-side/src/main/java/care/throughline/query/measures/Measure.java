package care.throughline.query.measures;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The measures there are: what each counts, in words for people, and the version of its definition. */
public enum Measure {
    READMISSION(
            "30-day readmission",
            IndexDischarges.VERSION,
            "Inpatient discharges of the month that ended alive, not to hospice and not moved on to another hospital,"
                    + " followed by an unplanned inpatient admission within 30 days.",
            """
            select stay_id as member,
                   (select patient_id from measures.stay where stay.stay_id = index_discharge.stay_id) as patient_id,
                   facility, discharge_date, readmission_id is not null and not planned as counts,
                   readmission_id as because, receipt
              from measures.index_discharge"""),
    TIMELY_CONTACT(
            "Contact within 2 business days",
            "timely-contact/1",
            "Transitions whose contact was due by the day asked about and that had not ended before it was due, with an"
                    + " interactive contact by the due day.",
            """
            select transition_id as member, patient_id, facility, discharge_date,
                   coalesce(contact_on <= contact_due, false) as counts,
                   case when contact_on is null then null else 'contact on ' || contact_on end as because, receipt
              from measures.transition
             where state <> 'VOID' and (contact_on is not null or contact_due < :today)
               and (contact_on is not null or ended_on is null or ended_on > contact_due)"""),
    TIMELY_VISIT(
            "Visit within 7 or 14 days",
            "timely-visit/1",
            "Transitions whose follow-up visit was due by the day asked about and that had not ended before it was due,"
                    + " with a visit by the due day: 7 days at high complexity, else 14.",
            """
            select transition_id as member, patient_id, facility, discharge_date, coalesce(visit_on <= due, false) as counts,
                   case when visit_on is null then null else 'visit on ' || visit_on end as because, receipt
              from (select *, case when high_complexity then visit7_due else visit14_due end as due
                      from measures.transition) as transition
             where state <> 'VOID' and (visit_on is not null or due < :today)
               and (visit_on is not null or ended_on is null or ended_on > due)""");

    private final String title;
    private final String version;
    private final String meaning;
    private final String members;

    Measure(String title, String version, String meaning, String members) {
        this.title = title;
        this.version = version;
        this.meaning = meaning;
        this.members = members;
    }

    /** The measure of this name in an address, for example {@code timely-contact}. */
    public static Optional<Measure> named(String slug) {
        return Arrays.stream(values())
                .filter(measure -> measure.slug().equals(slug))
                .findFirst();
    }

    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String title() {
        return title;
    }

    /** The version of the definition: raised whenever the same events could give another number. */
    public String version() {
        return version;
    }

    public String meaning() {
        return meaning;
    }

    /** SQL for all members: member, patient_id, facility, discharge_date, counts, because, receipt; may use {@code :today}. */
    String members() {
        return members;
    }
}
