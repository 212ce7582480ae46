create table users (
    id            uuid primary key,
    email         text not null,
    username      text not null,
    name          text not null,
    role          text not null check (role in ('ADMIN', 'COMPLIANCE', 'MANAGER', 'ADVISOR')),
    grade         text check (grade in ('JUNIOR', 'SENIOR')),
    manager_id    uuid references users,
    active        boolean not null,
    password_hash text not null,
    version       int not null,
    created_at    timestamptz not null,
    updated_at    timestamptz not null
);
create unique index users_email on users (lower(email));
create unique index users_username on users (lower(username));
create index users_name on users (lower(name), id);
create index users_manager on users (manager_id);

-- Refresh tokens: only their hash is kept. Each is used once; a family begins with a sign-in.
create table refresh_token (
    hash         bytea primary key,
    family_id    uuid not null,
    user_id      uuid not null references users,
    signed_in_at timestamptz not null,
    expires_at   timestamptz not null,
    used_at      timestamptz
);
create index refresh_token_family on refresh_token (family_id);
create index refresh_token_user on refresh_token (user_id);
create index refresh_token_expiry on refresh_token (expires_at);

-- Keys that sign access tokens; the private part is sealed with cactus.secret-key.
create table signing_key (
    id          uuid primary key,
    public_key  bytea not null,
    private_key bytea not null,
    created_at  timestamptz not null
);
