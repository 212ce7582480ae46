-- Between whom a client was handed over.
alter table activity
    add from_owner_id uuid,
    add to_owner_id uuid;
