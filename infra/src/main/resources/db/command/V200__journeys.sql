-- What the reconciler of transitions knows: visits as they stand, which records are one person, and what it asked for last.
create table journey_stay (
    stay text primary key,
    patient text not null,
    version bigint not null,
    picture jsonb not null,
    diagnoses bytea
);

create index journey_stay_patient on journey_stay (patient);

create table journey_record (
    patient text primary key,
    survivor text,
    version bigint not null,
    record jsonb not null
);

create index journey_record_survivor on journey_record (survivor) where survivor is not null;

create table journey_plan (
    stay text primary key,
    plan text not null
);
