-- Who works in the firm, as auth-service's events tell.
create table advisor (
    id         uuid primary key,
    name       text not null,
    role       text not null,
    manager_id uuid,
    active     boolean not null,
    sequence   bigint not null
);
create index advisor_manager on advisor (manager_id);

create table client (
    id                    uuid primary key,
    owner_id              uuid not null,
    first_name            text not null,
    last_name             text not null,
    email                 text not null,
    phone                 text,
    risk_profile          text not null,
    stage                 text not null,
    lead_source           text,
    notes                 text,
    live_notes            text,
    portfolio_name        text,
    referred_by_client_id uuid references client,
    savings_amount        numeric(19, 4),
    savings_currency      varchar(3),
    version               int not null,
    created_at            timestamptz not null,
    updated_at            timestamptz not null,
    archived_at           timestamptz
);
create unique index client_email on client (owner_id, lower(email)) where archived_at is null;
create index client_owner_newest on client (owner_id, created_at desc, id desc) where archived_at is null;
create index client_newest on client (created_at desc, id desc) where archived_at is null;
create index client_last_name on client (lower(last_name), id) where archived_at is null;
create index client_stage on client (stage, owner_id) where archived_at is null;
create index client_referrer on client (referred_by_client_id);

-- Every stage a client entered, with the first at its creation.
create table stage_change (
    id         uuid primary key,
    client_id  uuid not null references client,
    from_stage text,
    to_stage   text not null,
    changed_by uuid not null,
    changed_at timestamptz not null
);
create index stage_change_client on stage_change (client_id, changed_at);
