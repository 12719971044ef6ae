-- Profiles that were given, rather than read from words.

create table profiles (
  conversation text not null primary key references conversations (id),
  after_answer text,
  json bytea not null
);
