-- How each performer's own system is told, as the directory said last; also who speaks under these names over HL7 v2.
create table reach (
    performer   text primary key,
    channel     text not null,
    address     text not null,
    tls         boolean not null,
    application text not null,
    facility    text not null
);

-- For whom a referral is, and who has it. Pseudonyms only.
create table outbound_referral (
    referral text primary key,
    patient  text not null,
    holder   text
);

create index outbound_referral_patient on outbound_referral (patient);

-- Every message that leaves: at most one for each event and effect, kept for good, so that nothing is ever sent twice on
-- purpose. Its content is sealed under the patient's key, and there only while it waits.
create table outbox (
    number      bigint generated always as identity primary key,
    event       text not null,
    effect      text not null,
    control_id  text not null unique,
    position    bigint not null,
    referral    text not null,
    patient     text not null,
    performer   text not null,
    state       text not null default 'WAITING'
                check (state in ('WAITING', 'REFUSED', 'SENT', 'GIVEN_UP', 'ERASED')),
    channel     text,
    content     bytea,
    tries       int not null default 0,
    answer      text not null default '',
    queued_at   timestamptz not null default now(),
    due_at      timestamptz not null default now(),
    settled_at  timestamptz,
    settled_by  text,
    reason      text,
    unique (event, effect)
);

create index outbox_open on outbox (performer, referral, number) where state in ('WAITING', 'REFUSED');
create index outbox_patient on outbox (patient);
