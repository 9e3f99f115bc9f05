package care.throughline.infra.demo;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.infra.testing.ReadModels;
import care.throughline.infra.testing.ThroughlineTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@ThroughlineTest
class DemoClinicTest {

    @Autowired
    private ApplicationContext application;

    @Autowired
    private ReadModels readModels;

    @Autowired
    private JdbcClient db;

    @Test
    void every_story_can_be_played_and_fills_the_desk_with_every_kind_of_line() {
        assertThat(DemoForTests.play(application)).isZero();

        readModels.awaitAll();
        assertThat(db.sql("select count(*) from desk.work_item")
                        .query(Long.class)
                        .single())
                .isGreaterThan(30);
        readModels.assertRebuiltEqualsLive("measures");
    }
}
