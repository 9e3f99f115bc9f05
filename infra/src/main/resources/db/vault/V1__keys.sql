-- One key per subject, wrapped by the master key, which is never in the database. A row outlives its key: a subject once
-- forgotten stays forgotten, and a missing row means a damaged vault, not a forgotten person.
-- Only a role of its own may look in here: neither commands nor projections nor queries can.

do $$
begin
    if not exists (select from pg_roles where rolname = 'throughline_vault') then
        create role throughline_vault nologin;
    end if;
    execute format('grant throughline_vault to %I', current_user);
end
$$;

create table vault.key (
    subject      text        primary key,
    wrapped      bytea,
    master       text        not null,
    created_at   timestamptz not null default now(),
    forgotten_at timestamptz,
    constraint wrapped_until_forgotten check ((wrapped is null) = (forgotten_at is not null))
);

revoke all on schema vault from public;
revoke all on vault.key from public;
grant usage on schema vault to throughline_vault;
grant select, insert, update on vault.key to throughline_vault;
