-- How far the erasure of a person reaches: which records are one person, and whom each message told of. Pseudonyms only.
create table erasure_record (
    patient text primary key,
    survivor text,
    version bigint not null
);

create index erasure_record_survivor on erasure_record (survivor) where survivor is not null;

create table erasure_message (
    message text not null,
    patient text not null,
    primary key (message, patient)
);

create index erasure_message_patient on erasure_message (patient);

-- Carried out, and not certified yet.
create table erasure_open (
    patient text primary key,
    records text[] not null,
    messages text[] not null,
    shared text[] not null,
    starts bigint[] not null,
    ends bigint[] not null,
    position bigint not null
);
