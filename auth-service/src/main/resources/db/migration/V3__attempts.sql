-- Tries with a password, counted before the password is checked: for an account, for an account at an address that it
-- knows, and for an address. Unlogged, because a crash may forget them.
create unlogged table attempt_count (
    subject    text primary key,
    attempts   int not null,
    wait_until timestamptz not null,
    forget_at  timestamptz not null
);
create index attempt_count_age on attempt_count (forget_at);

-- Addresses from which a user signed in lately: what strangers try elsewhere does not hold the user up there.
create table known_address (
    user_id uuid not null references users,
    address text not null,
    seen_at timestamptz not null,
    primary key (user_id, address)
);
create index known_address_age on known_address (seen_at);

alter table refresh_token add successor bytea;
comment on column refresh_token.successor is 'the token that replaced it, sealed with cactus.secret-key; null until it is used';

-- Each refresh had moved the start of the sign-in by its longest lifetime. The id of a family is a UUIDv7, whose first
-- 48 bits are the milliseconds at which the family began.
update refresh_token
set signed_in_at = to_timestamp(('x' || left(replace(family_id::text, '-', ''), 12))::bit(48)::bigint / 1000.0);

-- An e-mail address is kept in lower case and NFC. One that another user has then stays as it is.
update users set email = normalize(lower(email), nfc)
where email <> normalize(lower(email), nfc)
  and not exists (
      select from users other
      where other.id <> users.id and normalize(lower(other.email), nfc) = normalize(lower(users.email), nfc));
