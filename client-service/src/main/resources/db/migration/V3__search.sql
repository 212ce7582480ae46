-- Every three characters in a row of a text: a client that contains a search text has all of that text's. It is what pg_trgm
-- would do, which a service's role may not create.
create function trigrams(text) returns text[] language sql immutable strict parallel safe
    return array(select distinct substr($1, i, 3) from generate_series(1, length($1) - 2) i);
create index client_search on client using gin (trigrams(search)) where archived_at is null;
