-- An advisor's clients, the archived too: whom of them the advisor waits for longest, and how many came and went.
create index client_owner_stage_since on client (owner_id, stage_since desc, id desc);
