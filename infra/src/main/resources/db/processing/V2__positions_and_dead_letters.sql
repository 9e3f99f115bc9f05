-- How far each processor has come, and what it could not handle.

drop table processing.token;

create table processing.position (
    processor  text    not null,
    segment    integer not null,
    position   bigint  not null,
    edition    text    not null,
    owner      text,
    claimed_at timestamptz,
    constraint position_pk primary key (processor, segment)
);

comment on column processing.position.position is 'The last event applied, or -1; committed together with what it changed';
comment on column processing.position.edition is 'By which version and tables; a node of another edition keeps its hands off';

-- Rewritten at every batch: leave room for updates in place.
alter table processing.position set (fillfactor = 50, autovacuum_vacuum_threshold = 200, autovacuum_vacuum_scale_factor = 0);

-- Points to the event, which stays in the store and is read again when retried: no copy, nothing personal.
create table processing.dead_letter (
    id          bigint generated always as identity primary key,
    processor   text        not null,
    sequence    text        not null,
    position    bigint      not null,
    event_name  text        not null,
    cause_type  text,
    cause       text,
    tries       integer     not null default 1,
    enqueued_at timestamptz not null default clock_timestamp(),
    touched_at  timestamptz not null default clock_timestamp(),
    constraint dead_letter_once unique (processor, position)
);

create index dead_letter_by_sequence on processing.dead_letter (processor, sequence, position);

create table processing.discarded_letter (
    id           bigint      primary key,
    processor    text        not null,
    sequence     text        not null,
    position     bigint      not null,
    event_name   text        not null,
    cause_type   text,
    cause        text,
    reason       text        not null,
    discarded_by text        not null,
    discarded_at timestamptz not null default clock_timestamp()
);

grant select, insert, update, delete on processing.position, processing.dead_letter to throughline_app;
grant select, insert on processing.discarded_letter to throughline_app;
grant select on processing.position, processing.dead_letter, processing.discarded_letter to throughline_query;
