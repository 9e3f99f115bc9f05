package care.throughline.query.erasure;

/** The table of the read model of erasures. */
final class FileTable {

    /** Created unqualified, in the schema of one generation. */
    static final String DDL = """
            create table file (
                erasure_id   text primary key,
                patient_id   text not null,
                state        text not null default 'KEPT',
                requested_by text,
                requested_at timestamptz,
                asker        text,
                ground       text,
                reason       text,
                held_by      text,
                held_at      timestamptz,
                hold_reason  text,
                refused_by   text,
                refused_at   timestamptz,
                exemption    text,
                refusal      text,
                approved_by  text,
                approved_at  timestamptz,
                erased_at    timestamptz,
                position     bigint,
                again        boolean not null default false,
                records      text[] not null default '{}',
                messages     text[] not null default '{}',
                shared       text[] not null default '{}',
                starts       bigint[] not null default '{}',
                ends         bigint[] not null default '{}',
                certified_at timestamptz,
                read_models  text[] not null default '{}',
                dead_letters int not null default 0,
                changed_at   timestamptz not null
            );
            create index on file (changed_at);
            create index on file (certified_at);
            """;

    private FileTable() {}
}
