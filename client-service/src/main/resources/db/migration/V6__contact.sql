-- A client may have a phone and no e-mail address. The text of a search also has the digits of the phone alone, so that a
-- phone is found however it was written.
drop index client_search;
alter table client alter email drop not null, drop search;
alter table client
    add constraint client_contact check (email is not null or phone is not null),
    add search text generated always as (lower(regexp_replace(
        normalize(first_name || ' ' || last_name || ' ' || coalesce(email, '') || ' ' || coalesce(phone, '') || ' '
            || regexp_replace(coalesce(phone, ''), '[^0-9]', '', 'g'), nfd),
        '[\u0300-\u036f]', '', 'g'))) stored;
create index client_search on client using gin (trigrams(search)) where archived_at is null;

-- The archived, the latest first: nothing changes them after they are archived.
create index client_archived on client (updated_at desc, id desc) where archived_at is not null;
