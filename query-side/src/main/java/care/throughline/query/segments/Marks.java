package care.throughline.query.segments;

import care.throughline.events.DomainEvent;
import care.throughline.events.PatientId;
import care.throughline.events.Sensitivity;
import care.throughline.events.TransitionId;
import care.throughline.events.TypedId;
import care.throughline.events.appointment.AppointmentEvent;
import care.throughline.events.consent.ConsentEvent;
import care.throughline.events.intake.IntakeEvent;
import care.throughline.events.patient.IdentifierEvent;
import care.throughline.events.patient.PatientEvent;
import care.throughline.events.referral.ReferralEvent;
import care.throughline.events.stay.StayEvent;
import care.throughline.events.transition.TransitionEvent;
import care.throughline.query.Envelope;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is labelled, and whose it is. A stay with its transition, a referral, a message or a number is labelled for good with the first
 * event that says so, and all that was ever told of it with it; other events are labelled one by one.
 */
final class Marks {

    static final String DDL = """
            -- Whose labelled data there is: a label, a record, and of notes kept apart the author, all in the key.
            -- No record: not known yet whose.
            create table owner (
                owner      text primary key,
                label      text not null,
                patient_id text not null,
                author     text not null
            );
            create index on owner (patient_id);

            create table subject (
                id    text not null,
                owner text not null,
                primary key (id, owner)
            );

            create table event (
                at    bigint not null,
                owner text not null,
                primary key (at, owner)
            );

            -- Whom a transition or a referral is about: what is told of it later does not say.
            create table about (
                subject    text primary key,
                patient_id text not null
            );

            -- What is as protected as something else: an authorization as the referral that it is for.
            create table heir (
                id     text primary key,
                source text not null
            );
            create index on heir (source);
            """;

    /** Whose a message is that nobody has applied. */
    private static final String NOBODY = "";

    private final JdbcClient db;

    Marks(JdbcClient db) {
        this.db = db;
    }

    /** Takes down what a labelled event is about. Transitions follow their stays; who looked is not shown to be hidden. */
    void mark(DomainEvent event, Envelope envelope) {
        for (Sensitivity label : envelope.labels()) {
            switch (event) {
                case StayEvent told -> {
                    subject(told.stay().value(), label, told.patient().value());
                    subject(
                            TransitionId.of(told.stay()).value(),
                            label,
                            told.patient().value());
                }
                case IntakeEvent.MessageApplied applied -> applied(applied, label);
                case IntakeEvent told -> unclaimed(told.message().value(), label);
                case PatientEvent.IdentifierAdded added -> {
                    subject(added.key().value(), label, added.patient().value());
                    event(envelope.position(), label, List.of(added.patient()));
                }
                case PatientEvent told -> event(envelope.position(), label, List.of(told.patient()));
                case IdentifierEvent.IdentifierClaimed claimed ->
                    event(envelope.position(), label, List.of(claimed.patient()));
                case ConsentEvent told -> event(envelope.position(), label, List.of(told.patient()));
                case ReferralEvent told -> referral(told.referral().value(), label);
                case AppointmentEvent told ->
                    subject(told.appointment().value(), label, told.patient().value());
                case TransitionEvent.OutreachAttempted note -> note(note, label, envelope);
                case DomainEvent ignored -> {}
            }
        }
    }

    /** Remembers whom a transition or a referral is about. */
    void follow(TypedId subject, PatientId patient) {
        db.sql("""
                        insert into about (subject, patient_id) values (:subject, :patient)
                        on conflict (subject) do update set patient_id = excluded.patient_id
                        """)
                .param("subject", subject.value())
                .param("patient", patient.value())
                .update();
    }

    /** One note; where the label is that of the whole transition, nothing is added by it. */
    private void note(TransitionEvent.OutreachAttempted event, Sensitivity label, Envelope envelope) {
        about(event.transition().value())
                .ifPresent(patient -> event(
                        envelope.position(),
                        owner(label, patient, label == Sensitivity.PART2 ? "" : envelope.actor())));
    }

    /** All of it, with what is asked of payers for it, whenever the label comes: sent to a program, it is of the program. */
    private void referral(String referral, Sensitivity label) {
        about(referral).ifPresent(patient -> {
            subject(referral, label, patient);
            db.sql("select id from heir where source = :referral")
                    .param("referral", referral)
                    .query(String.class)
                    .list()
                    .forEach(heir -> subject(heir, label, patient));
        });
    }

    private Optional<String> about(String subject) {
        return db.sql("select patient_id from about where subject = :subject")
                .param("subject", subject)
                .query(String.class)
                .optional();
    }

    /** What is labelled of the one, now or later, is of the other: an authorization says what its referral is about. */
    void inherit(String id, String from) {
        db.sql("insert into heir (id, source) values (:id, :from) on conflict do nothing")
                .param("id", id)
                .param("from", from)
                .update();
        db.sql("insert into subject (id, owner) select :id, owner from subject where id = :from on conflict do nothing")
                .param("id", id)
                .param("from", from)
                .update();
    }

    void letGo(String[] records) {
        List.of(
                        "delete from subject where owner in (select owner from owner where patient_id = any(:records))",
                        "delete from event where owner in (select owner from owner where patient_id = any(:records))",
                        "delete from owner where patient_id = any(:records)",
                        "delete from heir where source in (select subject from about where patient_id = any(:records))",
                        "delete from about where patient_id = any(:records)")
                .forEach(
                        statement -> db.sql(statement).param("records", records).update());
    }

    /** Now it is known whose it is. */
    private void applied(IntakeEvent.MessageApplied event, Sensitivity label) {
        db.sql("delete from subject where id = :id and owner = :nobody")
                .param("id", event.message().value())
                .param("nobody", key(label, NOBODY))
                .update();
        event.patients().forEach(patient -> subject(event.message().value(), label, patient.value()));
    }

    private void unclaimed(String message, Sensitivity label) {
        boolean claimed = db.sql("select exists (select from subject where id = :id)")
                .param("id", message)
                .query(Boolean.class)
                .single();
        if (!claimed) {
            subject(message, label, NOBODY);
        }
    }

    private void subject(String id, Sensitivity label, String patient) {
        db.sql("insert into subject (id, owner) values (:id, :owner) on conflict do nothing")
                .param("id", id)
                .param("owner", owner(label, patient, ""))
                .update();
    }

    private void event(long position, Sensitivity label, Collection<PatientId> patients) {
        patients.forEach(patient -> event(position, owner(label, patient.value(), "")));
    }

    private void event(long position, String owner) {
        db.sql("insert into event (at, owner) values (:at, :owner) on conflict do nothing")
                .param("at", position)
                .param("owner", owner)
                .update();
    }

    /** @param author of a note, empty if what is labelled is no note */
    private String owner(Sensitivity label, String patient, String author) {
        String owner = key(label, patient) + (author.isEmpty() ? "" : " " + author);
        db.sql("""
                        insert into owner (owner, label, patient_id, author) values (:owner, :label, :patient, :author)
                        on conflict do nothing
                        """)
                .param("owner", owner)
                .param("label", label.name())
                .param("patient", patient)
                .param("author", author)
                .update();
        return owner;
    }

    private static String key(Sensitivity label, String patient) {
        return label.name() + " " + patient;
    }
}
