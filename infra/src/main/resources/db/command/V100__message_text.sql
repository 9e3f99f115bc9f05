-- What arrived, byte for byte, sealed under the message's own key; a correction is a further version.
create table message_text (
    message text not null,
    version int not null,
    channel text not null,
    sealed bytea not null,
    kept_at timestamptz not null,
    settled boolean not null default false,
    primary key (message, version)
);

-- Looked through once at every start: what was kept but neither applied nor set aside.
create index message_text_unsettled on message_text (kept_at) where not settled;
