-- Álvarez belongs before Benítez, whatever the database's collation: names are sorted without case and accents.
alter table client
    add sort_name text generated always as (lower(regexp_replace(
        normalize(last_name, nfd), '[\u0300-\u036f]', '', 'g'))) stored;
drop index client_last_name;
create index client_last_name on client (sort_name, id) where archived_at is null;
