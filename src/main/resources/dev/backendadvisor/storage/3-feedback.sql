-- When a conversation last went on, so that those of long ago can be forgotten.

alter table conversations add column changed_at bigint not null default 0;

update conversations set changed_at = coalesce(
  (select max(answered_at) from turns where turns.conversation = conversations.id), 0);

create index conversations_by_change on conversations (changed_at);

-- What readers say of an answer, or of one of its citations; 0 stands for the whole answer.

create table feedback (
  answer text not null references turns (answer),
  citation integer not null,
  helpful integer not null,
  reason bytea,
  given_at bigint not null,
  primary key (answer, citation)
);

-- Links to the first so many turns of a conversation.

create table shares (
  share text not null primary key,
  conversation text not null references conversations (id),
  turns integer not null
);

create index shares_by_conversation on shares (conversation);

-- Requests that one of several servers is answering.

create table claims (
  request text not null primary key,
  ends_at bigint not null
);

-- How often something happened on a day, as in 2026-12-01.

create table counts (
  day text not null,
  what text not null,
  times bigint not null,
  primary key (day, what)
);

-- How far what waited beside the database was written into it.

create table journals (
  journal text not null primary key,
  done bigint not null,
  done_at bigint not null
);
