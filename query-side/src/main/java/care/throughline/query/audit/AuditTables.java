package care.throughline.query.audit;

/** The tables of the audit. They hold ids, names of events and times: nothing personal, so that nothing has to be forgotten. */
final class AuditTables {

    static final String DDL = """
            create table event (
                position       bigint primary key,
                event_id       text not null,
                name           text not null,
                capability     text not null,
                stream         text not null,
                patient_id     text not null,
                actor          text not null,
                role           text not null,
                purpose        text not null,
                source         text not null,
                occurred_at    timestamptz not null,
                recorded_at    timestamptz not null,
                correlation_id text not null,
                causation_id   text not null
            );
            create index on event (recorded_at, position);
            create index on event (occurred_at, position);
            create index on event (name, position);
            create index on event (capability, position);
            create index on event (patient_id, position);
            create index on event (actor, position);
            create index on event (role, position);
            create index on event (purpose, position);
            create index on event (source, position);
            create index on event (stream, position);
            create index on event (correlation_id, position);

            -- Whom an event concerns: the index from a person into the store.
            create table concern (
                patient_id  text not null,
                name        text not null,
                position    bigint not null,
                occurred_at timestamptz not null,
                primary key (patient_id, name, position)
            );
            create index on concern (patient_id, position);
            create index on concern (position);

            -- Whom a stay, a transition or a message was ever about.
            create table subject (
                subject    text not null,
                patient_id text not null,
                primary key (subject, patient_id)
            );

            -- Records that became connected: merged, or one after the other the subject of the same stay or transition.
            create table tie (
                patient_id text not null,
                other_id   text not null,
                position   bigint not null,
                primary key (patient_id, other_id, position)
            );

            -- Who was ever made accountable for a record, or asked to be.
            create table charge (
                staff      text not null,
                patient_id text not null,
                position   bigint not null,
                primary key (staff, patient_id, position)
            );

            -- Up to which day a transition ran, each time that its clocks were set.
            create table span (
                transition text not null,
                position   bigint not null,
                patient_id text not null,
                facility   text not null,
                window_end date not null,
                primary key (transition, position)
            );
            create index on span (window_end, position);
            create index on span (patient_id, window_end);

            -- From which event on a referral or an authorization went on, and up to which one.
            create table loop (
                referral       text primary key,
                position       bigint not null,
                patient_id     text not null,
                ended_position bigint not null default 9223372036854775807,
                read_position  bigint not null default 0,
                ended_at       timestamptz not null default 'infinity'
            );
            create index on loop (ended_at, position);
            create index on loop (ended_position, position);
            create index on loop (read_position) where read_position > 0;
            create index on loop (patient_id);
            """;

    private AuditTables() {}
}
