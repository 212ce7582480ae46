create table endpoint (
    id                    uuid primary key,
    url                   text not null,
    event_types           text[] not null,
    description           text,
    filter                text,
    state                 text not null check (state in ('ENABLED', 'PAUSED', 'DISABLED')),
    disabled_reason       text check (disabled_reason in ('BY_HAND', 'GONE', 'FAILING')),
    secret                bytea not null,
    previous_secret       bytea,
    previous_secret_until timestamptz,
    failing_since         timestamptz,
    created_by            uuid not null,
    version               int not null,
    created_at            timestamptz not null,
    updated_at            timestamptz not null
);
comment on column endpoint.secret is 'sealed with cactus.secret-key';
comment on column endpoint.failing_since is 'first failure after the last success; null while deliveries succeed';

-- What is sent, once for each event whatever the number of endpoints, so that retries send the same bytes.
create table message (
    event_id   uuid primary key,
    type       text not null,
    time       timestamptz not null,
    body       text not null,
    created_at timestamptz not null
);
create index message_age on message (created_at);

create table delivery (
    id          uuid primary key,
    endpoint_id uuid not null,
    event_id    uuid not null references message on delete cascade,
    state       text not null check (state in ('PENDING', 'DELIVERED', 'FAILED', 'CANCELLED')),
    attempts    int not null default 0,
    due_at      timestamptz,
    last_status int,
    last_error  text,
    created_at  timestamptz not null,
    finished_at timestamptz,
    unique (event_id, endpoint_id)
);
comment on column delivery.due_at is
    'when an instance may take it: the time of the next attempt or, while an instance has it, the end of its lease';
create index delivery_due on delivery (endpoint_id, due_at) where state = 'PENDING';
create index delivery_newest on delivery (endpoint_id, id);
create index delivery_failed on delivery (id) where state = 'FAILED';

create table attempt (
    delivery_id       uuid not null references delivery on delete cascade,
    started_at        timestamptz not null,
    status            int,
    error             text,
    response          text,
    queue_micros      bigint not null,
    connect_micros    bigint,
    first_byte_micros bigint,
    total_micros      bigint not null,
    primary key (delivery_id, started_at)
);
