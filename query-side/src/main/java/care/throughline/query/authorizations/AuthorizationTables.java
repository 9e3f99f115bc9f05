package care.throughline.query.authorizations;

import care.throughline.query.people.People;

/** The tables of the authorizations. Of what anybody wrote they hold the payer's name and number; the rest stays in the timeline. */
final class AuthorizationTables {

    /** In the worklist an expedited request stands beside a high LACE score, a standard one beside a low. */
    static final String DDL = People.DDL + """
            create table request (
                authorization_id text primary key,
                patient_id   text not null,
                person_id    text not null,
                coordinator  text not null,
                offered_to   text not null,
                referral_id  text,
                specialty    text not null,
                payer        text,
                program      text not null,
                priority     text not null,
                units        int not null,
                status       text not null,
                since        timestamptz not null,
                wait         text,
                due_by       date,
                due_before   timestamptz,
                rule_id      text,
                rule_version text,
                missing      text[] not null default '{}',
                cut          text[] not null default '{}',
                denial       text,
                level        int not null default 0,
                ruling       text,
                valid_from   date,
                valid_until  date,
                granted      int,
                number       text,
                requested_at timestamptz not null,
                requested_on date not null,
                position     bigint not null,
                receipt      bigint[] not null,
                rank         smallint generated always as (case priority when 'EXPEDITED' then 9 else 15 end) stored
            );
            create index on request (person_id);
            create index on request (patient_id);
            create index on request (referral_id) where referral_id is not null;
            create index on request (status, since);
            create index on request (position);
            create index on request (coordinator, due_by, rank, requested_on, authorization_id) where due_by is not null;
            create index on request (due_by, rank, requested_on, authorization_id) where due_by is not null;

            -- When the visit of a referral is, and whether there is nothing left to come.
            create table booking (
                referral_id text primary key,
                patient_id  text not null,
                visit_on    date,
                settled     boolean not null default false
            );
            create index on booking (patient_id);

            -- Every decision, on a request or on an appeal, with what it answers.
            create table ruling (
                authorization_id text not null,
                position   bigint not null,
                level      int not null,
                outcome    text not null,
                asked      bigint not null,
                asked_at   timestamptz not null,
                asked_on   date not null,
                decided_at timestamptz not null,
                decided_on date not null,
                in_time    boolean not null,
                primary key (authorization_id, position)
            );
            create index on ruling (decided_on);
            """;

    private AuthorizationTables() {}
}
