-- What a user was told. The text is not stored: kind and parameters are, and each reader gets their own language.
create table notification (
    id         uuid primary key,
    position   bigint generated always as identity unique,
    user_id    uuid not null,
    kind       text not null,
    parameters jsonb not null,
    link       text not null,
    event_id   uuid not null,
    created_at timestamptz not null,
    read_at    timestamptz,
    unique (event_id, user_id)
);
comment on column notification.position is 'rises in the order of commits, so that "everything after the last one I saw" misses nothing';
create index notification_inbox on notification (user_id, position);
create index notification_unread on notification (user_id) where read_at is null;
create index notification_read_age on notification (read_at) where read_at is not null;
