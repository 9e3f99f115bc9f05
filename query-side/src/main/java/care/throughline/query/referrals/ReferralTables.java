package care.throughline.query.referrals;

import care.throughline.query.people.People;

/** The tables of the referrals. Of what anybody wrote they hold why something was put aside; the rest stays in the timeline. */
final class ReferralTables {

    /** In the worklist an urgent referral stands beside a high LACE score, a routine one beside a low. */
    static final String DDL = People.DDL + """
            create table referral (
                referral_id  text primary key,
                patient_id   text not null,
                person_id    text not null,
                coordinator  text not null,
                offered_to   text not null,
                kind         text not null,
                specialty    text not null,
                urgency      text not null,
                status       text not null,
                since        timestamptz not null,
                needed       text[] not null,
                packet       text[] not null default '{}',
                wait         text,
                due_by       date,
                rule_id      text,
                rule_version text,
                performer_id text,
                proposed_at  timestamptz,
                starts_at    timestamptz,
                result_back  boolean not null default false,
                snoozed_until timestamptz,
                snooze_reason text,
                notice_by    date,
                asked_by     text,
                drafted_at   timestamptz not null,
                drafted_on   date not null,
                position     bigint not null,
                receipt      bigint[] not null,
                rank         smallint generated always as (case urgency when 'URGENT' then 9 else 15 end) stored
            );
            create index on referral (person_id);
            create index on referral (status, since);
            create index on referral (patient_id);
            create index on referral (position);
            create index on referral (coordinator, due_by, rank, drafted_on, referral_id) where due_by is not null;
            create index on referral (due_by, rank, drafted_on, referral_id) where due_by is not null;

            -- Whom it was offered to, and what each answered.
            create table candidate (
                referral_id  text not null,
                performer_id text not null,
                answer       text not null,
                capacity     text not null,
                offered_at   timestamptz not null,
                answered_at  timestamptz,
                reason       text,
                primary key (referral_id, performer_id)
            );
            create index on candidate (performer_id);

            -- Every place on a waitlist that was ever told.
            create table waitlist (
                referral_id  text not null,
                performer_id text not null,
                position     bigint not null,
                place        int not null,
                told_at      timestamptz not null,
                primary key (referral_id, position)
            );

            -- The secure pages of performers, by the hash of their secret.
            create table link (
                hash         text primary key,
                referral_id  text not null,
                performer_id text not null,
                expires_at   timestamptz not null,
                revoked_at   timestamptz
            );
            create index on link (referral_id, performer_id);

            -- Every state it ever entered.
            create table step (
                referral_id  text not null,
                position     bigint not null,
                status       text not null,
                performer_id text,
                at           timestamptz not null,
                primary key (referral_id, position)
            );
            create index on step (status, at);
            """;

    private ReferralTables() {}
}
