-- Which messages of the budget guard were told, so that one that comes again is not. A few a month: they are kept.
create table budget_message (
    id          text primary key,
    received_at timestamptz not null default now()
);
comment on column budget_message.id is 'webhook-id, the same in every attempt to deliver a message';
