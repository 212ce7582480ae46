-- Events on their way out: appended in the transaction that caused them, kept for days after publication.
create table outbox (
    sequence bigint generated always as identity primary key,
    id       uuid not null unique,
    type     text not null,
    subject  text not null,
    actor    uuid,
    time     timestamptz not null,
    data     json not null,
    entry_ms bigint
);
comment on column outbox.entry_ms is 'time part of the Redis entry id; null until Redis has acknowledged the event';
create index outbox_unpublished on outbox (sequence) where entry_ms is null;
create index outbox_published on outbox (entry_ms) where entry_ms is not null;

-- The last entry that Redis acknowledged. Its row is the lock that lets one relay at a time publish.
create table outbox_stream (
    last_entry text not null
);
insert into outbox_stream values ('0-0');

-- Events on their way in: what was handled already, so that a redelivery changes nothing.
create table processed_event (
    event_id     uuid primary key,
    processed_at timestamptz not null default now()
);
create index processed_event_age on processed_event (processed_at);

create table event_failure (
    entry     text primary key,
    tries     int not null,
    error     text not null,
    failed_at timestamptz not null default now()
);
