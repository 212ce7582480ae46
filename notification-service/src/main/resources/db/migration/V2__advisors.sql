-- Who works in the firm, as auth-service's events tell.
create table advisor (
    id         uuid primary key,
    name       text not null,
    role       text not null,
    manager_id uuid,
    active     boolean not null,
    sequence   bigint not null
);
