-- The hashes of all events as a Merkle tree, its signed checkpoints, and what was found to contradict it. Rows are only
-- ever added, and only by a role of its own, which in turn can change no event.

do $$
begin
    if not exists (select from pg_roles where rolname = 'throughline_ledger') then
        create role throughline_ledger nologin;
    end if;
    execute format('grant throughline_ledger to %I', current_user);
end
$$;

create table ledger.run (
    first  bigint   not null,
    level  smallint not null,
    hashes bytea    not null,
    constraint run_pk primary key (level, first),
    constraint run_level_is_of_tiles check (level between 0 and 7),
    constraint run_is_of_whole_hashes check (octet_length(hashes) between 32 and 8192 and octet_length(hashes) % 32 = 0),
    constraint run_is_of_one_tile check (first / 256 = (first + octet_length(hashes) / 32 - 1) / 256)
);

comment on table ledger.run is 'Hashes of consecutive subtrees of 256 ^ level leaves each; level 0 holds the leaves';
comment on column ledger.run.first is 'Index of the first of them within its level; at level 0 the position of the event';

create table ledger.checkpoint (
    size      bigint      not null,
    signed_at timestamptz not null default clock_timestamp(),
    root      bytea       not null,
    note      text        not null,
    constraint checkpoint_pk primary key (size),
    constraint checkpoint_root_is_a_hash check (octet_length(root) = 32)
);

comment on table ledger.checkpoint is 'Signed notes, in the form of a C2SP tlog-checkpoint';

create table ledger.cosignature (
    size        bigint      not null references ledger.checkpoint (size),
    witness     text        not null,
    received_at timestamptz not null default clock_timestamp(),
    line        text        not null,
    constraint cosignature_pk primary key (size, witness)
);

create table ledger.finding (
    id       bigint generated always as identity primary key,
    found_at timestamptz not null default clock_timestamp(),
    position bigint      not null,
    sentence text        not null,
    settled  boolean     not null
);

comment on table ledger.finding is 'A contradiction between events and tree, and, as a later row, that it is gone';

create function ledger.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the ledger is append only: % of % refused', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end
$$;

do $$
declare
    name text;
begin
    foreach name in array array['run', 'checkpoint', 'cosignature', 'finding'] loop
        execute format('create trigger %I_is_append_only before update or delete or truncate on ledger.%I'
                       ' for each statement execute function ledger.refuse_change()', name, name);
    end loop;
end
$$;

revoke all on schema ledger from public;
revoke all on all tables in schema ledger from public;
grant usage on schema ledger, store to throughline_ledger;
grant select on store.event to throughline_ledger;
grant select, insert on ledger.run, ledger.checkpoint, ledger.cosignature, ledger.finding to throughline_ledger;
