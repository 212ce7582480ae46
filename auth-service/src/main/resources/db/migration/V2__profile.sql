alter table users add language text check (language in ('es-AR', 'en'));
alter table users add time_zone text;
comment on column users.language is 'null follows the browser, and so does the time zone';
