package care.throughline.query.directory;

import care.throughline.events.directory.DirectoryEvent;
import care.throughline.events.directory.OpeningHours;
import care.throughline.events.directory.Profile;
import care.throughline.events.directory.Reach;
import care.throughline.query.Envelope;
import care.throughline.query.Projection;
import java.time.ZoneOffset;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Projects one row per performer, as it stands. */
@Component
class Directory implements Projection {

    static final String NAME = "directory";

    private static final String DDL = """
            create table performer (
                performer_id text primary key,
                name         text not null,
                specialty    text not null,
                languages    text[] not null,
                open_days    text[] not null,
                hours        text[] not null,
                zip          text not null,
                phone        text not null,
                capacity     text not null,
                capacity_at  timestamptz not null,
                verified_at  timestamptz not null,
                part2_program boolean not null,
                withdrawn    boolean not null,
                channel      text not null default 'NONE',
                address      text not null default '',
                tls          boolean not null default false,
                application  text not null default '',
                facility     text not null default '',
                position     bigint not null
            );
            create index on performer (specialty, capacity) where not withdrawn;

            -- What each was called, from which position on.
            create table called (
                performer_id text   not null,
                position     bigint not null,
                name         text   not null,
                primary key (performer_id, position)
            );

            -- What one pays without insurance, as last told of each service.
            create table price (
                performer_id text not null,
                service      text not null,
                words        text not null,
                amount       numeric not null,
                currency     text not null,
                told_on      date not null,
                position     bigint not null,
                primary key (performer_id, service)
            );
            """;

    private static final String ENTER = """
            insert into performer as p (performer_id, name, specialty, languages, open_days, hours, zip, phone, part2_program,
                capacity, capacity_at, verified_at, withdrawn, position)
            values (:performer, :name, :specialty, :languages, :openDays, :hours, :zip, :phone, :part2,
                :capacity, :happened, :happened, false, :position)
            on conflict (performer_id) do update set name = excluded.name, specialty = excluded.specialty,
                languages = excluded.languages, open_days = excluded.open_days, hours = excluded.hours,
                zip = excluded.zip, phone = excluded.phone, part2_program = excluded.part2_program, capacity = excluded.capacity,
                capacity_at = excluded.capacity_at, verified_at = excluded.verified_at, withdrawn = false,
                position = excluded.position
            where p.position < excluded.position
            """;

    private static final String CALL = """
            insert into called (performer_id, position, name) values (:performer, :position, :name)
            on conflict (performer_id, position) do nothing
            """;

    private static final String PRICE = """
            insert into price as p (performer_id, service, words, amount, currency, told_on, position)
            values (:performer, :service, :words, :amount, :currency, :toldOn, :position)
            on conflict (performer_id, service) do update set words = excluded.words, amount = excluded.amount,
                currency = excluded.currency, told_on = excluded.told_on, position = excluded.position
            where p.position < excluded.position
            """;

    private static final String CORRECT = """
            name = :name, specialty = :specialty, languages = :languages, open_days = :openDays, hours = :hours,
            zip = :zip, phone = :phone, part2_program = :part2
            """;

    private static final String REACH = """
            channel = :channel, address = :address, tls = :tls, application = :application, facility = :facility
            """;

    private final JdbcClient db;

    Directory(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String ddl() {
        return DDL;
    }

    @EventHandler
    void on(DirectoryEvent event, Envelope envelope) {
        switch (event) {
            case DirectoryEvent.PerformerEntered entered -> {
                profile(told(ENTER, event, envelope), entered.profile())
                        .param("capacity", entered.capacity().name())
                        .update();
                call(entered.profile(), event, envelope);
            }
            case DirectoryEvent.ProfileCorrected corrected -> {
                profile(change(CORRECT, event, envelope), corrected.profile()).update();
                call(corrected.profile(), event, envelope);
            }
            case DirectoryEvent.CapacityChanged changed ->
                change("capacity = :capacity, capacity_at = :happened", event, envelope)
                        .param("capacity", changed.capacity().name())
                        .update();
            case DirectoryEvent.ReachChanged changed ->
                reach(change(REACH, event, envelope), changed.reach()).update();
            case DirectoryEvent.PerformerVerified ignored ->
                change("verified_at = :happened, capacity_at = :happened", event, envelope)
                        .update();
            case DirectoryEvent.CashPriceTold e ->
                told(PRICE, event, envelope)
                        .param("service", e.service())
                        .param("words", e.words())
                        .param("amount", e.amount())
                        .param("currency", e.currency())
                        .param("toldOn", e.toldOn())
                        .update();
            case DirectoryEvent.PerformerWithdrawn ignored -> {
                change("withdrawn = true", event, envelope).update();
                db.sql("delete from price where performer_id = :performer and position < :position")
                        .param("performer", event.performer().value())
                        .param("position", envelope.position())
                        .update();
            }
        }
    }

    private void call(Profile profile, DirectoryEvent event, Envelope envelope) {
        db.sql(CALL)
                .param("performer", event.performer().value())
                .param("position", envelope.position())
                .param("name", profile.name())
                .update();
    }

    private JdbcClient.StatementSpec change(String what, DirectoryEvent event, Envelope envelope) {
        return told(
                "update performer set position = :position, " + what
                        + " where performer_id = :performer and position < :position",
                event,
                envelope);
    }

    private JdbcClient.StatementSpec told(String sql, DirectoryEvent event, Envelope envelope) {
        return db.sql(sql)
                .param("performer", event.performer().value())
                .param("happened", event.occurredAt().atOffset(ZoneOffset.UTC))
                .param("position", envelope.position());
    }

    private static JdbcClient.StatementSpec profile(JdbcClient.StatementSpec statement, Profile profile) {
        return statement
                .param("name", profile.name())
                .param("specialty", profile.specialty().name())
                .param("languages", profile.languages().stream().sorted().toArray(String[]::new))
                .param(
                        "openDays",
                        profile.hours().stream()
                                .map(hours -> hours.day().name())
                                .toArray(String[]::new))
                .param("hours", profile.hours().stream().map(Directory::text).toArray(String[]::new))
                .param("zip", profile.zip())
                .param("phone", profile.phone())
                .param("part2", profile.part2Program());
    }

    private static JdbcClient.StatementSpec reach(JdbcClient.StatementSpec statement, Reach reach) {
        return statement
                .param("channel", reach.channel().name())
                .param("address", reach.address())
                .param("tls", reach.tls())
                .param("application", reach.application())
                .param("facility", reach.facility());
    }

    /** For example {@code MONDAY 08:00 12:30}. */
    private static String text(OpeningHours hours) {
        return hours.day() + " " + hours.from() + " " + hours.to();
    }
}
