package care.throughline.query.patients;

/** The tables of the read model of patients; {@code person} is the one that other read models join. */
final class PatientTables {

    /** Created unqualified, in the schema of one generation. */
    static final String DDL = """
            -- A record of a person, and where it was merged to. What was told under it counts for the person
            -- only if told after counts_from.
            create table record (
                patient_id    text primary key,
                registered_at timestamptz,
                merged_into   text,
                merge_kind    text,
                merged_at     timestamptz,
                root_id       text not null,
                counts_from   timestamptz not null default '-infinity',
                erased_at     timestamptz
            );
            create index on record (root_id);
            create index on record (registered_at) where erased_at is null;
            create index on record (merged_into) where merged_into is not null;

            -- What was last told about a field under a record; empty text says it was deleted.
            create table fact (
                patient_id text not null,
                field      text not null,
                value      text not null,
                told_at    timestamptz not null,
                forgotten  boolean not null,
                primary key (patient_id, field)
            );

            -- One row per record, retired ones included, each with the view of the whole person.
            create table person (
                patient_id text primary key,
                root_id    text not null,
                merged     boolean not null,
                name       text,
                family     text,
                given      text,
                middle     text,
                birth_date date,
                sex        text,
                street     text,
                city       text,
                state      text,
                zip        text,
                phone      text,
                language   text,
                race       text,
                ethnicity  text,
                payer      text,
                deceased   boolean not null,
                died_at    timestamptz,
                forgotten  boolean not null,
                erased_at  timestamptz
            );
            create index on person (root_id);
            create index on person (birth_date) where not merged;
            create index on person (phone) where not merged;

            -- The parts of the names told under a record, without accents and capitals, to be searched by prefix.
            create table name_part (
                patient_id text not null,
                field      text not null,
                part       text not null,
                primary key (patient_id, field, part)
            );
            create index on name_part (part text_pattern_ops, patient_id);

            create table identifier (
                key        text primary key,
                patient_id text not null,
                assigner   text,
                value      text,
                type       text,
                status     text not null,
                added_at   timestamptz,
                retired_at timestamptz,
                forgotten  boolean not null
            );
            create index on identifier (patient_id);
            create index on identifier (upper(value));

            create table stay (
                stay_id        text primary key,
                patient_id     text not null,
                facility       text not null,
                visit_number   text,
                stay_class     text not null,
                class_history  text[] not null,
                status         text not null,
                started_at     timestamptz,
                admitted_at    timestamptz,
                discharged_at  timestamptz,
                disposition    text,
                admission_type text,
                location       text,
                told_by        text[] not null,
                historical     boolean not null
            );
            create index on stay (patient_id);

            -- Who was accountable from when to when; the row without an end is now.
            create table responsibility (
                patient_id  text not null,
                coordinator text not null,
                since       timestamptz not null,
                until       timestamptz,
                given_by    text not null,
                position    bigint not null,
                primary key (patient_id, position)
            );

            -- A hand-off that waits for an answer.
            create table handoff (
                patient_id text primary key,
                from_staff text not null,
                to_staff   text not null,
                reason     text not null,
                offered_at timestamptz not null
            );
            """;

    private PatientTables() {}
}
