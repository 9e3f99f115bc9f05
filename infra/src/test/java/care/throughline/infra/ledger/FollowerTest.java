package care.throughline.infra.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.infra.store.Head;
import care.throughline.infra.store.Heads;
import care.throughline.infra.testing.Eventually;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class FollowerTest {

    private final LedgerForTests test = new LedgerForTests();
    private final Head head = new Head();
    private final List<Follower> followers = new ArrayList<>();

    @AfterEach
    void stop() {
        followers.forEach(Follower::stop);
        test.close();
    }

    @Test
    void it_hashes_and_signs_what_is_stored_then_and_later() throws Exception {
        store(300);
        follow();
        awaitSigned(300);
        store(5);
        awaitSigned(305);
        assertThat(test.parts.file().last(LedgerForTests.KEY.verifying()))
                .isEqualTo(test.parts.checkpoints().latest());
        assertThat(Files.readString(test.folder.resolve("checkpoints.log")))
                .contains("\n300\n")
                .endsWith("\n\n");
    }

    @Test
    void after_a_restart_it_catches_up() {
        store(10);
        follow();
        awaitSigned(10);
        followers.get(0).stop();
        assertThat(followers.get(0).isRunning()).isFalse();
        store(600);
        follow();
        awaitSigned(610);
        assertThat(test.ledger().verify(0, 610).holds()).isTrue();
    }

    @Test
    void one_node_at_a_time_keeps_it_and_another_goes_on_after_it() {
        follow();
        follow();
        store(40);
        awaitSigned(40);
        followers.get(0).stop();
        store(40);
        awaitSigned(80);
        assertThat(test.ledger().verify(0, 80).holds()).isTrue();
    }

    @Test
    void an_event_changed_long_ago_stops_it_and_putting_it_right_lets_it_go_on() {
        store(50);
        follow();
        awaitSigned(50);
        test.tamper("update store.event set name = name || '!' where position = 7");
        Eventually.holds(
                "the patrol finds it", () -> test.parts.findings().open().isPresent());
        assertThat(test.parts.findings().open().orElseThrow().position()).isEqualTo(7);
        LedgerHealth health = new LedgerHealth(test.parts.findings());
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        store(5);
        test.tamper("update store.event set name = replace(name, '!', '') where position = 7");
        awaitSigned(55);
        assertThat(test.parts.findings().open()).isEmpty();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void a_store_that_ends_before_the_tree_is_refused() throws SQLException, Contradiction {
        store(20);
        test.sign();
        test.tamper("delete from store.event where position >= 15");
        follow();
        awaitRefusal("position 15 is missing");
    }

    @Test
    void a_tree_that_the_file_of_checkpoints_contradicts_is_refused() throws SQLException, Contradiction {
        store(20);
        Checkpoint signed = test.sign();
        test.parts.file().append(Checkpoint.sign(25, signed.root(), LedgerForTests.KEY));
        follow();
        awaitRefusal("signed over 25 events, but the ledger holds only 20");
    }

    @Test
    void a_gap_in_the_store_is_refused() {
        store(20);
        test.tamper("delete from store.event where position = 11");
        follow();
        awaitRefusal("position 11 is missing");
        assertThat(test.parts.tiles().size()).isZero();
    }

    private void store(int events) {
        test.store(events);
        Heads.advance(head, test.parts.entries().head());
    }

    private void follow() {
        Patrol patrol =
                new Patrol(test.parts.comparison(), test.parts.checkpoints(), 10_000, Clock.systemUTC(), Duration.ZERO);
        Follower follower = new Follower(
                test.parts, new Succession(test.parts, test.keyFile), head, patrol, Duration.ZERO, Clock.systemUTC());
        followers.add(follower);
        follower.start();
    }

    private void awaitSigned(long size) {
        Eventually.holds(
                size + " events are signed",
                () -> test.parts.checkpoints().latest().map(Checkpoint::size).equals(Optional.of(size)));
    }

    private void awaitRefusal(String sentence) {
        Eventually.holds(
                sentence,
                () -> test.parts
                        .findings()
                        .open()
                        .filter(open -> open.sentence().contains(sentence))
                        .isPresent());
    }
}
