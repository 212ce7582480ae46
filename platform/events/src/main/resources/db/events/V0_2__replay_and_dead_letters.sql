-- A service's entry ids only ever rise, also over a loss of Redis, so (entry_ms, sequence) is the order of publication.
create index outbox_published_order on outbox (entry_ms, sequence) where entry_ms is not null;
drop index outbox_published;

alter table outbox_stream
    add column entries bigint not null default 0,
    add column replayed_ms bigint,
    add column replayed_sequence bigint,
    add column replay_until_ms bigint,
    add column replay_end text not null default '0-0';
comment on column outbox_stream.entries is 'how many entries the stream has at least; fewer means that somebody else removed some';
comment on column outbox_stream.replayed_ms is 'with replayed_sequence: the last outbox row published again; null when no replay is going on';
comment on column outbox_stream.replay_until_ms is 'entry_ms of the last row that the replay publishes again';
comment on column outbox_stream.replay_end is 'the stream''s last entry when the latest replay ended; who has read it has read the replay';

-- How far each consumer group has got, as last seen while the stream was intact: a replay begins at the oldest.
create table outbox_group (
    name    text primary key,
    entry   text not null,
    seen_at timestamptz not null default now()
);
comment on column outbox_group.entry is 'the group has finished everything before this entry';

-- Tries belong to the event, whichever instance fails and however often the stream brings it.
drop table event_failure;
create table event_failure (
    event_id  uuid primary key,
    tries     int not null,
    error     text not null,
    failed_at timestamptz not null default now()
);
create index event_failure_age on event_failure (failed_at);

-- What this service gave up on, until someone replays or removes it.
create table dead_letter (
    event_id uuid primary key,
    stream   text not null,
    event    json not null,
    error    text not null,
    since    timestamptz not null default now()
);
