package care.throughline.infra.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.command.Commands;
import care.throughline.infra.testing.Load.Work;
import care.throughline.infra.testing.Machine;
import care.throughline.infra.testing.PostgresForTests;
import care.throughline.infra.testing.ThroughlineTest;
import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Does once what the benchmark does for minutes. */
@ThroughlineTest
class OpeningTest {

    @Autowired
    private Commands commands;

    @Autowired
    private JdbcClient db;

    @LocalServerPort
    private int port;

    @Test
    void each_way_to_open_a_referral_stores_three_events() throws Exception {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl(PostgresForTests.freshUrl());
            try (PlainServer plain = new PlainServer(pool)) {
                Opening opening = new Opening(commands, port, Machine.token(port), plain, 1);
                long before = ofReferrals();
                once(opening.overHttp());
                assertThat(ofReferrals() - before).isEqualTo(3);
                once(opening.overPlainServer());
                once(opening.floor());
                assertThat(new JdbcTemplate(pool).queryForObject("select count(*) from plain_event", Long.class))
                        .isEqualTo(6);
            }
        }
    }

    private static void once(Work work) throws Exception {
        work.once();
        work.end();
    }

    private long ofReferrals() {
        return db.sql("select count(*) from store.event where name like 'referral.%'")
                .query(Long.class)
                .single();
    }
}
