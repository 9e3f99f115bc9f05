package care.throughline.query.desk;

import static care.throughline.query.desk.Histories.ZONE;
import static care.throughline.query.desk.Histories.at;
import static care.throughline.query.desk.Histories.nov;
import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.query.Batch;
import care.throughline.query.ReadModel;
import care.throughline.query.desk.FindWorklist.Filter;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class WorklistSpeedTest {

    private static final int ITEMS = Integer.parseInt(System.getenv().getOrDefault("THROUGHLINE_ITEMS", "5000"));

    private static final int ROUNDS = 7;
    private static final int RUNS = 30;

    private static final String FILL = """
            insert into desk.work_item (item_id, kind, patient_id, person_id, stay_id, facility, stay_class,
                discharged_at, discharge_date, contact_due, visit7_due, visit14_due, window_end, rule_id, rule_version,
                contact_at, lace, band, coordinator, offered_to, state, changed, changed_from, changed_to, cause,
                changed_at, changed_by, position, receipt)
            select 'trn_' || i, 'TRANSITION', 'pat_' || i, 'pat_' || i, 'stay_' || i, 'RVBND', 'IMP',
                   d::timestamptz, d, d + 2, d + 7, d + 14, d + 29, 'transition.clocks', 'us-2026',
                   case when i % 3 = 0 then d::timestamptz end, i % 20, 'LOW', 'c' || i % 200, '', 'OPEN',
                   array['transition.Opened'], array[null::text], array[d::text], 'msg_' || i,
                   d::timestamptz, 'system', i, array[i::bigint]
            from (select i, date '2026-11-11' - (i * 7919 % 60)::int as d from generate_series(1, :items) i) made
            """;

    private final ReadModel model = ReadModel.of(db -> new Desk(db, Batch.NONE, ZONE));
    private final JdbcClient db = model.db();
    private final Worklists worklists = new Worklists(db, patients -> {});

    @BeforeEach
    void fill() {
        db.sql("create schema patients").update();
        db.sql("create table patients.person (patient_id text primary key, root_id text, family text, given text,"
                        + " birth_date date, sex text, phone text, language text, deceased boolean)")
                .update();
        db.sql(FILL).param("items", ITEMS).update();
        db.sql("insert into patients.person select 'pat_' || i, 'pat_' || i, 'Family' || i, 'Given', '1950-01-01', 'F',"
                        + " null, 'en', false from generate_series(1, :items) i")
                .param("items", ITEMS)
                .update();
        db.sql("vacuum analyze").update();
    }

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void a_page_of_the_whole_clinic_is_read_off_an_index_in_its_order() {
        assertThat(planOf("")).contains("Index Scan using work_item_").doesNotContain("Sort");
    }

    /** The planner may sort the handful of rows that it takes from the range; it must never look at anybody else's. */
    @Test
    void a_page_of_one_coordinator_is_one_range_of_an_index() {
        assertThat(planOf("coordinator = 'c7' and"))
                .containsPattern("Index Scan (using|on) work_item_of_coordinator")
                .contains("Cond: ((coordinator = 'c7'::text) AND (next_due >=")
                .doesNotContain("Seq Scan");
    }

    private String planOf(String who) {
        return String.join(
                "\n", db.sql("explain " + select(who)).query(String.class).list());
    }

    @Test
    void a_page_costs_little_more_than_the_bare_select_of_its_rows() {
        double mine = ratio(() -> page(Filter.MINE), () -> bare("coordinator = 'c7' and"));
        double all = ratio(() -> page(Filter.ALL), () -> bare(""));
        System.out.printf(Locale.ROOT, "%d items: my page costs %.2f, all of it %.2f selects%n", ITEMS, mine, all);
        assertThat(mine).as("my page").isLessThan(3);
        assertThat(all).as("the whole clinic's page").isLessThan(3);
    }

    private void page(Filter filter) {
        assertThat(worklists
                        .find(new FindWorklist("c7", filter, nov(11), at(11), null, 50))
                        .lines())
                .isNotEmpty();
    }

    private void bare(String who) {
        assertThat(db.sql(select(who)).query().listOfRows()).isNotEmpty();
    }

    private static String select(String who) {
        return "select * from desk.work_item where " + who + " state = 'OPEN'"
                + " and next_due >= date '2026-10-13' and window_end >= date '2026-11-11'"
                + " order by next_due, risk_rank, discharge_date, item_id limit 51";
    }

    /** How many times as long the one takes as the other: the median of rounds in which they take turns. */
    private static double ratio(Runnable one, Runnable other) {
        double[] ratios = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            ratios[round] = (double) nanos(one) / nanos(other);
        }
        Arrays.sort(ratios);
        return ratios[ROUNDS / 2];
    }

    /** The median of some runs after as many to warm up. */
    private static long nanos(Runnable work) {
        long[] times = new long[2 * RUNS];
        for (int i = 0; i < times.length; i++) {
            long start = System.nanoTime();
            work.run();
            times[i] = System.nanoTime() - start;
        }
        Arrays.sort(times, RUNS, 2 * RUNS);
        return times[RUNS + RUNS / 2];
    }
}
