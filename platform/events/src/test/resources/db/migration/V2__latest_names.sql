create table latest_name (
    id       uuid primary key,
    name     text not null,
    sequence bigint not null
);
