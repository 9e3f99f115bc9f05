package care.throughline.query.loops;

import care.throughline.query.Sealed;

/** What payers decided, as SQL; the definition's version is raised whenever the same events could give another number. */
final class RulingSql {

    static final String VERSION = "authorization-rulings/1";

    private RulingSql() {}

    /** By group, all together and month by month. */
    static String counted(By by) {
        return """
                select r.grp, d.name, r.month,
                       count(*) filter (where level = 0) as decided,
                       count(*) filter (where level = 0 and outcome = 'PARTLY_APPROVED') as partly,
                       count(*) filter (where level = 0 and outcome = 'DENIED') as denied,
                       count(*) filter (where level = 0 and in_time) as in_time,
                       percentile_cont(0.5) within group (order by days) filter (where level = 0) as median,
                       count(*) filter (where level > 0) as appeals,
                       count(*) filter (where level > 0 and outcome <> 'UPHELD') as overturned
                from (%s) r left join directory.performer d on d.performer_id = r.grp
                group by grouping sets ((r.grp, d.name), (r.grp, d.name, r.month))
                order by d.name, r.grp, r.month nulls first
                """.formatted(decided(by));
    }

    /** The decisions on requests of one group, or those on appeals, as far as the viewer may know of them. */
    static String ofGroup(By by, Sealed sealed) {
        return "select * from (" + decided(by) + ") m where m.grp = :group and (m.level > 0) = :appeals"
                + sealed.openSubject("m.authorization_id") + " order by decided_on, authorization_id, level";
    }

    /** Every decision of these months; a performer is who has the referral it is for. */
    private static String decided(By by) {
        return "select "
                + switch (by) {
                    case SPECIALTY -> "q.specialty";
                    case PERFORMER -> "coalesce(l.performer_id, '')";
                    case PAYER -> "coalesce(q.payer, '')";
                }
                + """
                 as grp, r.authorization_id, q.patient_id, r.level, r.outcome, r.in_time, r.asked_on, r.decided_on,
                 r.decided_on - r.asked_on as days, date_trunc('month', r.decided_on)::date as month,
                 array[r.asked, r.position] as receipt
                from authorizations.ruling r
                join authorizations.request q using (authorization_id)
                left join loops.loop l on l.referral_id = q.referral_id
                where r.decided_on between :since and :until
                """;
    }
}
