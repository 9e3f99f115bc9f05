-- What happened, in the order in which it was committed. Rows are only ever added.

do $$
begin
    if not exists (select from pg_roles where rolname = 'throughline_app') then
        create role throughline_app nologin;
    end if;
    if not exists (select from pg_roles where rolname = 'throughline_query') then
        create role throughline_query nologin;
    end if;
exception
    when insufficient_privilege then
        raise notice 'roles throughline_app and throughline_query are missing; grant on schema store by hand';
end
$$;

-- Columns run from wide to narrow so that none is padded.
create table store.event (
    position       bigint      not null,
    recorded_at    timestamptz not null,
    event_id       uuid        not null,
    sequence       integer     not null,
    version        integer     not null,
    aggregate_type text,
    aggregate_id   text        not null,
    name           text        not null,
    payload        bytea       not null,
    metadata       bytea       not null,
    constraint event_pk primary key (position),
    constraint event_once_per_sequence unique (aggregate_id, sequence),
    constraint event_once_per_id unique (event_id),
    constraint event_position_counts_from_zero check (position >= 0),
    constraint event_sequence_counts_from_zero check (sequence >= 0)
);

comment on table store.event is 'Append only; the appender writes it under its advisory lock';
comment on column store.event.position is 'Contiguous from 0 in commit order; the leaf index of the ledger';
comment on column store.event.recorded_at is 'Clock of the database, never decreasing with position';
comment on column store.event.name is 'Stable name of what happened, for example stay.Discharged';
comment on column store.event.version is 'Version of the payload''s shape; 0 where the serializer gave none';

-- A new store fills faster than the planner's defaults look again.
alter table store.event set (
    autovacuum_analyze_threshold = 500,
    autovacuum_analyze_scale_factor = 0.05,
    autovacuum_vacuum_insert_scale_factor = 0.05
);

create function store.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'store.event is append only: % refused', tg_op using errcode = 'insufficient_privilege';
end
$$;

create trigger event_is_append_only
    before update or delete or truncate on store.event
    for each statement execute function store.refuse_change();

do $$
begin
    revoke all on schema store from public;
    revoke all on all tables in schema store from public;
    if exists (select from pg_roles where rolname = 'throughline_app') then
        grant usage on schema store to throughline_app;
        revoke all on store.event from throughline_app;
        grant select, insert on store.event to throughline_app;
    end if;
    if exists (select from pg_roles where rolname = 'throughline_query') then
        grant usage on schema store to throughline_query;
        revoke all on store.event from throughline_query;
        grant select on store.event to throughline_query;
    end if;
end
$$;
