package care.throughline.query.loops;

/** Who is a member of which number, as SQL; a definition's version is raised whenever the same events could give another. */
final class LoopSql {

    static final String CLOSURE_VERSION = "referral-loop-closure/1";
    static final String WAIT_VERSION = "referral-wait/1";
    static final String SEEN_VERSION = "days-to-seen/1";

    /** Of how many a performer's days to seen are told. */
    static final int LATEST = 20;

    /** Sent in these months, not cancelled, and the days within which it should be closed are over. */
    private static final String CLOSURE = """
            l.referral_id, l.patient_id, l.sent_on as began, l.closed_on as ended,
                   l.closed_on - l.sent_on as days, coalesce(l.closed_on - l.sent_on <= :within, false) as counts,
                   array(select m.position from loops.milestone m where m.referral_id = l.referral_id
                          order by m.position) as receipt
            from loops.loop l left join patients.person p on p.patient_id = l.patient_id
            where l.sent_on between :since and :until and l.sent_on + :within < :today and l.cancelled_on is null
            """;

    /** First reached the one, and after it first reached the other in these months. */
    private static final String WAITS = """
            join lateral (select * from loops.milestone m where m.referral_id = w.referral_id and m.milestone = :from
                and (w.performer_id is null or m.performer_id is null or m.performer_id = w.performer_id)
                order by m.at, m.position limit 1) a on true
            join lateral (select * from loops.milestone m where m.referral_id = w.referral_id and m.milestone = :to
                and (w.performer_id is null or m.performer_id = w.performer_id)
                and (m.at, m.position) > (a.at, a.position)
                order by m.at, m.position limit 1) b on true
            where b.day between :since and :until
            """;

    private static final String WAITED = """
            select w.referral_id, w.patient_id, w.grp, a.day as began, b.day as ended, b.day - a.day as days,
                   true as counts, array[a.position, b.position] as receipt
            """;

    private static final String OF_SPECIALTIES =
            "select referral_id, patient_id, specialty as grp, null::text as performer_id from loops.loop";

    private static final String OF_PAYERS = """
            select l.referral_id, l.patient_id, coalesce(p.payer, '') as grp, null::text as performer_id
            from loops.loop l left join patients.person p on p.patient_id = l.patient_id
            """;

    private static final String OF_PERFORMERS = """
            select distinct l.referral_id, l.patient_id, m.performer_id as grp, m.performer_id
            from loops.loop l join loops.milestone m using (referral_id) where m.performer_id is not null
            """;

    /** The last of those whom a performer has seen. */
    static final String SEEN = """
            select referral_id, patient_id, performer_id as grp, asked_on as began, seen_on as ended,
                   seen_on - asked_on as days, true as counts, receipt
            from loops.seen where performer_id = :performer order by seen_on desc, referral_id limit %d
            """.formatted(LATEST);

    private LoopSql() {}

    /** Loops by group. */
    static String closed(By by) {
        return """
                select c.grp, d.name, count(*) as sent, count(*) filter (where c.counts) as in_time,
                       count(c.ended) as closed, percentile_cont(0.5) within group (order by c.days) as median
                from (%s) c left join directory.performer d on d.performer_id = c.grp group by 1, 2 order by 2, 1
                """.formatted(closure(by));
    }

    /** Waits by group. */
    static String waited(By by) {
        return """
                select w.grp, d.name, count(*) as waits, max(w.days) as longest,
                       percentile_cont(0.5) within group (order by w.days) as median
                from (%s) w left join directory.performer d on d.performer_id = w.grp group by 1, 2 order by 2, 1
                """.formatted(waits(by));
    }

    static String closure(By by) {
        return "select "
                + switch (by) {
                    case SPECIALTY -> "l.specialty";
                    case PERFORMER -> "coalesce(l.performer_id, '')";
                    case PAYER -> "coalesce(p.payer, '')";
                }
                + " as grp, " + CLOSURE;
    }

    static String waits(By by) {
        return WAITED + "from ("
                + switch (by) {
                    case SPECIALTY -> OF_SPECIALTIES;
                    case PERFORMER -> OF_PERFORMERS;
                    case PAYER -> OF_PAYERS;
                }
                + ") w " + WAITS;
    }
}
