package care.throughline.query.calendar;

import care.throughline.query.people.People;

/** The tables of the calendar. What is left to do is worked out with every change, so that a page of it is one range of an index. */
final class CalendarTables {

    static final String DDL = People.DDL + """
            -- Of whom a transition or a referral is, and what else its appointments need to know of it.
            create table origin (
                source_id  text primary key,
                patient_id text not null,
                facility   text,
                specialty  text
            );
            create index on origin (patient_id);

            create table appointment (
                appointment_id text primary key,
                source_id      text not null,
                patient_id     text not null,
                purpose        text not null,
                mode           text not null,
                specialty      text,
                performer_id   text,
                facility       text,
                with_words     text not null default '',
                starts_at      timestamptz not null,
                ends_at        timestamptz not null,
                starts_on      date not null,
                stage          text not null,
                confirmed_for  timestamptz,
                interpreter    text,
                ride           text,
                telehealth     text,
                after_id       text,
                followed_for   timestamptz,
                set_at         bigint not null,
                known_on       date not null,
                told_on        date,
                snoozed_until  timestamptz,
                snooze_reason  text,
                position       bigint not null,
                receipt        bigint[] not null
            );
            create index on appointment (patient_id, starts_at);
            create index on appointment (source_id);
            create index on appointment (starts_at);

            -- What came of every time that an appointment stood at.
            create table outcome (
                appointment_id text not null,
                starts_at      timestamptz not null,
                starts_on      date not null,
                patient_id     text not null,
                performer_id   text,
                facility       text,
                missed         boolean not null,
                told_on        date not null,
                position       bigint not null,
                receipt        bigint[] not null,
                primary key (appointment_id, starts_at)
            );
            create index on outcome (starts_on);
            create index on outcome (patient_id);

            create table commitment (
                commitment_id text primary key,
                patient_id    text not null,
                kind          text not null,
                times         text[] not null,
                since         date not null,
                until         date,
                note          text not null,
                position      bigint not null
            );
            create index on commitment (patient_id);

            create table hours (
                patient_id text primary key,
                times      text[] not null,
                position   bigint not null
            );

            create table review (
                patient_id text primary key,
                held_on    date not null,
                position   bigint not null
            );

            -- That somebody said why something stands although it does not fit.
            create table accepted (
                appointment_id  text not null,
                kind            text not null,
                with_id         text not null,
                starts_at       timestamptz not null,
                other_starts_at timestamptz,
                reason          text not null,
                position        bigint not null,
                primary key (appointment_id, position)
            );

            create table conflict (
                appointment_id  text not null,
                kind            text not null,
                with_id         text not null,
                starts_at       timestamptz not null,
                other_starts_at timestamptz,
                hard            boolean not null,
                accepted        text,
                primary key (appointment_id, kind, with_id)
            );
            create index on conflict (with_id);

            create table work (
                item_id        text not null,
                kind           text not null,
                appointment_id text,
                patient_id     text not null,
                person_id      text not null,
                coordinator    text not null,
                offered_to     text not null,
                from_on        date not null,
                until_on       date,
                due_by         date not null,
                rank           smallint not null,
                since_on       date not null,
                tasks          text[] not null,
                rule_id        text not null,
                rule_version   text not null,
                position       bigint not null,
                receipt        bigint[] not null,
                primary key (item_id, kind)
            );
            create index on work (coordinator, due_by, rank, since_on, item_id);
            create index on work (due_by, rank, since_on, item_id);
            create index on work (patient_id);
            create index on work (position);

            -- Calendars that members of staff subscribed to, by the hash of their secret.
            create table feed (
                feed_id    text primary key,
                staff      text not null,
                hash       text not null,
                opened_at  timestamptz not null,
                revoked_at timestamptz
            );
            create unique index on feed (hash);
            create index on feed (staff);
            """;

    private CalendarTables() {}
}
