-- Who may do what, and how far each processor has come.

do $$
begin
    if not exists (select from pg_roles where rolname = 'throughline_app') then
        create role throughline_app nologin;
    end if;
    if not exists (select from pg_roles where rolname = 'throughline_query') then
        create role throughline_query nologin;
    end if;
    execute format('grant throughline_app, throughline_query to %I', current_user);
    -- Each projection lives in a schema of its own, which the application makes and remakes.
    execute format('grant create on database %I to throughline_app', current_database());
end
$$;

alter default privileges for role throughline_app grant usage on schemas to throughline_query;
alter default privileges for role throughline_app grant select on tables to throughline_query;

create schema if not exists command;
grant usage on schema command to throughline_app;
alter default privileges in schema command grant select, insert, update, delete on tables to throughline_app;
alter default privileges in schema command grant usage, select on sequences to throughline_app;

create table processing.token (
    processor  text    not null,
    segment    integer not null,
    token      bytea,
    token_type text,
    claimed_at text,
    owner      text,
    constraint token_pk primary key (processor, segment)
);

-- Rewritten at every batch: leave room for updates in place.
alter table processing.token set (fillfactor = 50, autovacuum_vacuum_threshold = 200, autovacuum_vacuum_scale_factor = 0);

grant usage on schema processing to throughline_app, throughline_query;
grant select, insert, update, delete on all tables in schema processing to throughline_app;
grant select on all tables in schema processing to throughline_query;
