package care.throughline.infra.outbox;

import static care.throughline.infra.outbox.MllpReceiver.field;
import static org.assertj.core.api.Assertions.assertThat;

import care.throughline.command.Commands;
import care.throughline.command.directory.DirectoryCommand.ChangeReach;
import care.throughline.command.directory.DirectoryCommand.Enter;
import care.throughline.command.patient.PatientCommand.Register;
import care.throughline.command.referral.ReferralCommand.Candidate;
import care.throughline.command.referral.ReferralCommand.Draft;
import care.throughline.command.referral.ReferralCommand.Send;
import care.throughline.command.referral.ReferralCommand.SetPacketItem;
import care.throughline.events.PatientId;
import care.throughline.events.PerformerId;
import care.throughline.events.ReferralId;
import care.throughline.events.directory.Capacity;
import care.throughline.events.directory.Profile;
import care.throughline.events.directory.Reach;
import care.throughline.events.directory.Specialty;
import care.throughline.events.referral.Kind;
import care.throughline.events.referral.PacketItem;
import care.throughline.events.referral.Urgency;
import care.throughline.infra.Throughline;
import care.throughline.infra.intake.ChildServer;
import care.throughline.infra.testing.Eventually;
import care.throughline.infra.testing.PostgresForTests;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Kills the application when a message has arrived and before it can be noted as sent. */
class KilledOutboxTest {

    private static final PerformerId PANTRY = new PerformerId("prf_killed");
    private static final PatientId PATIENT = new PatientId("pat_killed");
    private static final ReferralId REFERRAL = new ReferralId("ref_killed");

    @TempDir(cleanup = CleanupMode.NEVER)
    private Path data;

    @Test
    void killed_between_sending_and_noting_it_sends_the_same_once_more_under_the_same_id() throws Exception {
        String url = PostgresForTests.freshUrl();
        try (MllpReceiver receiver = new MllpReceiver()) {
            receiver.answers(null);
            ask(url, receiver.address());
            String first = receiver.next();
            receiver.forgets();
            dueIn(url, "1 hour");

            ChildServer server = new ChildServer(url, data);
            try {
                receiver.decides(message -> killed(server));
                dueIn(url, "0 hours");
                assertThat(receiver.next())
                        .as("another node sends what the first one wrote")
                        .isEqualTo(first);
                receiver.answers("AA");
                server.restart();
                assertThat(receiver.next()).as("the very same again").isEqualTo(first);
                Eventually.holds("it is sent", () -> states(url).equals(List.of("SENT")));
                assertThat(field(first, "MSH", 10)).startsWith("TL");
            } finally {
                server.kill();
            }
            assertThat(receiver.isSilent()).isTrue();
        }
    }

    private void ask(String url, String address) {
        SpringApplication application = new SpringApplication(Throughline.class);
        try (ConfigurableApplicationContext node = application.run(
                "--throughline.db.url=" + url,
                "--throughline.data=" + data,
                "--throughline.mllp.enabled=false",
                "--server.port=0")) {
            Commands commands = node.getBean(Commands.class);
            Instant now = Instant.now();
            commands.send(new Register(PATIENT, now));
            Profile profile = new Profile(
                    "Killed pantry", Specialty.FOOD, Set.of("en"), List.of(), "01105", "413-555-0100", false);
            commands.send(new Enter(PANTRY, profile, Capacity.OPEN, now));
            Reach reach = new Reach(Reach.Channel.HL7, address, false, "PANTRY", "KILLED");
            commands.send(new ChangeReach(PANTRY, reach, now));
            commands.send(new Draft(
                    REFERRAL,
                    PATIENT,
                    Kind.SERVICE,
                    Specialty.FOOD,
                    Urgency.ROUTINE,
                    "Eats once a day",
                    Set.of(),
                    now));
            commands.send(new SetPacketItem(REFERRAL, PacketItem.CONSENT_TO_SHARE, true, now));
            commands.send(
                    new Send(REFERRAL, List.of(new Candidate(PANTRY, Specialty.FOOD, Capacity.OPEN, Set.of())), now));
            Eventually.holds("it was tried", () -> tries(url) > 0);
        }
    }

    private static String killed(ChildServer server) {
        try {
            server.kill();
            return "AA";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void dueIn(String url, String time) {
        db(url).sql("update command.outbox set due_at = now() + :time::interval")
                .param("time", time)
                .update();
    }

    private static int tries(String url) {
        return db(url).sql("select coalesce(sum(tries), 0) from command.outbox")
                .query(Integer.class)
                .single();
    }

    private static List<String> states(String url) {
        return db(url).sql("select state from command.outbox")
                .query(String.class)
                .list();
    }

    private static JdbcClient db(String url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        return JdbcClient.create(source);
    }
}
