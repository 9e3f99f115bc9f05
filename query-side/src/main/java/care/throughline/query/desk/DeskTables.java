package care.throughline.query.desk;

import care.throughline.query.people.People;

/** The tables of the desk. What is due next is a column, so that a page of the worklist is one range of an index. */
final class DeskTables {

    static final String DDL = People.DDL + """
            create table work_item (
                item_id           text primary key,
                kind              text not null,
                patient_id        text not null,
                person_id         text not null,
                stay_id           text not null,
                facility          text not null,
                stay_class        text not null,
                disposition       text,
                discharged_at     timestamptz not null,
                discharge_date    date not null,
                contact_due       date not null,
                visit7_due        date not null,
                visit14_due       date not null,
                window_end        date not null,
                rule_id           text not null,
                rule_version      text not null,
                complexity        text,
                attempts          int not null default 0,
                last_attempt_at   timestamptz,
                last_outcome      text,
                contact_at        timestamptz,
                contact_timely    boolean,
                visit_at          timestamptz,
                visit_day         date,
                visits_missed     int not null default 0,
                visit_kept_at     timestamptz,
                visit_timely      boolean,
                reconciled_at     timestamptz,
                reconciled_timely boolean,
                checklist         text[] not null default '{}',
                lace              smallint,
                band              text,
                coordinator       text not null,
                offered_to        text not null,
                snoozed_until     timestamptz,
                snooze_reason     text,
                state             text not null,
                closed_at         timestamptz,
                close_reason      text,
                changed           text[] not null,
                changed_from      text[] not null,
                changed_to        text[] not null,
                cause             text not null,
                changed_at        timestamptz not null,
                changed_by        text not null,
                position          bigint not null,
                receipt           bigint[] not null,
                visit_due         date generated always as (
                    case when complexity = 'HIGH' then visit7_due else visit14_due end) stored,
                reconciliation_due date generated always as (
                    least(visit_day, case when complexity = 'HIGH' then visit7_due else visit14_due end)) stored,
                next_due          date generated always as (coalesce(least(
                    case when contact_at is null then contact_due end,
                    case when visit_kept_at is null
                         then case when complexity = 'HIGH' then visit7_due else visit14_due end end,
                    case when reconciled_at is null
                         then least(visit_day,
                                    case when complexity = 'HIGH' then visit7_due else visit14_due end) end),
                    window_end)) stored,
                risk_rank         smallint generated always as (coalesce(19 - lace, 99)) stored
            );
            create index work_item_of_coordinator
                on work_item (coordinator, next_due, risk_rank, discharge_date, item_id, window_end)
                where state = 'OPEN';
            create index work_item_in_order
                on work_item (next_due, risk_rank, discharge_date, item_id, window_end) where state = 'OPEN';
            create index work_item_longest on work_item ((window_end - next_due)) where state = 'OPEN';
            create index work_item_snoozed on work_item (snoozed_until)
                where state = 'OPEN' and snoozed_until is not null;
            create index work_item_offered on work_item (offered_to) where offered_to <> '';
            create index work_item_by_window on work_item (window_end, state);
            create index on work_item (patient_id);
            create index on work_item (person_id);
            create index on work_item (position);
            """;

    private DeskTables() {}
}
