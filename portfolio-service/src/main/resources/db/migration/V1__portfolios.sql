-- Read models: what this service needs to know of other services' users and clients, fed by their events.
create table advisor (
    id         uuid primary key,
    name       text not null,
    role       text not null,
    manager_id uuid,
    active     boolean not null,
    sequence   bigint not null
);
create index advisor_team on advisor (manager_id);

create table client (
    id       uuid primary key,
    name     text not null,
    owner_id uuid not null,
    archived boolean not null,
    sequence bigint not null
);
create index client_owner on client (owner_id);

create table asset (
    id           uuid primary key,
    symbol       text not null constraint asset_symbol unique,
    name         text not null,
    type         text not null,
    currency     char(3) not null,
    isin         char(12),
    exchange     text,
    sector       text,
    country      char(2),
    cedear_ratio numeric(12, 6),
    created_at   timestamptz not null,
    check ((type = 'CEDEAR') = (cedear_ratio is not null))
);
comment on column asset.cedear_ratio is 'how many CEDEARs represent one underlying share';

create table portfolio (
    id         uuid primary key,
    client_id  uuid not null references client,
    name       text not null,
    currency   char(3) not null,
    benchmark  text,
    created_at timestamptz not null
);
create unique index portfolio_name on portfolio (client_id, lower(name));
