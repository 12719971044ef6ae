-- Times are milliseconds since 1970. Words and answers are the UTF-8 they were sent in.

create table conversations (
  id text not null primary key,
  turns integer not null
);

create table turns (
  conversation text not null references conversations (id),
  number integer not null,
  answer text not null unique,
  request text unique,
  words bytea not null,
  json bytea not null,
  answered_at bigint not null,
  primary key (conversation, number)
);

create table places (
  place text not null primary key,
  conversation text not null references conversations (id)
);

create index places_by_conversation on places (conversation);

create table events (
  id text not null primary key,
  taken_at bigint not null
);

create index events_by_time on events (taken_at);
