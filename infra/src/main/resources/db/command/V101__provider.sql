-- Practitioners, organizations and locations that bundles refer to by their numbers; no patients here.
create table provider (
    kind text not null,
    system text not null,
    value text not null,
    name text not null,
    primary key (kind, system, value)
);
