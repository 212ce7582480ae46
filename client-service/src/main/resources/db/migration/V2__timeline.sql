-- How long a client has been in its stage, when it was won, and its text as a search compares it: without case and accents.
-- A search scans that column. An index for it would need pg_trgm, which a service's role may not create.
alter table client
    add stage_since timestamptz,
    add won_at timestamptz,
    add search text generated always as (lower(regexp_replace(
        normalize(first_name || ' ' || last_name || ' ' || email || ' ' || coalesce(phone, ''), nfd),
        '[\u0300-\u036f]', '', 'g'))) stored;
update client set
    stage_since = coalesce((select max(changed_at) from stage_change where client_id = client.id), created_at),
    won_at = (select min(changed_at) from stage_change
              where client_id = client.id and to_stage in ('ACTIVE_INVESTOR', 'ACTIVE_INSURED'));
alter table client alter stage_since set not null;

drop index client_stage;
create index client_stage on client (stage, stage_since desc, id desc) where archived_at is null;
create index client_stage_since on client (stage_since desc, id desc) where archived_at is null;
create index client_latest_change on client (updated_at desc, id desc) where archived_at is null;
create index client_added on client (created_at);
create index client_won on client (won_at);

-- The stay that a change ended.
alter table stage_change add from_since timestamptz;
update stage_change set from_since = entered.at
from (select id, lag(changed_at) over (partition by client_id order by changed_at, id) as at from stage_change) entered
where entered.id = stage_change.id and from_stage is not null;
create index stage_change_time on stage_change (changed_at);

-- What happened to a client, as its people read it.
create table activity (
    id          uuid primary key,
    kind        text not null,
    client_id   uuid not null references client,
    actor_id    uuid,
    happened_at timestamptz not null,
    from_stage  text,
    to_stage    text,
    fields      text[],
    portfolio   text
);
comment on column activity.fields is 'names of what an update changed, never the values';
create index activity_client on activity (client_id, happened_at desc, id desc);
create index activity_latest on activity (happened_at desc, id desc);

insert into activity (id, kind, client_id, actor_id, happened_at, from_stage, to_stage)
select id, 'STAGE_CHANGED', client_id, changed_by, changed_at, from_stage, to_stage
from stage_change where from_stage is not null
union all
select id, 'CLIENT_CREATED', client_id, changed_by, changed_at, null, null
from stage_change where from_stage is null;
