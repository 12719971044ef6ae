-- What language models cost, in billionths of what their providers bill in; with what is set aside
-- for requests that run.

create table spending_by_day (
  day text not null primary key,
  requests bigint not null,
  input bigint not null,
  output bigint not null,
  cost bigint not null
);

create table spending_by_conversation (
  conversation text not null primary key,
  cost bigint not null,
  changed_at bigint not null
);

create index spending_by_change on spending_by_conversation (changed_at);

-- The number is that of the request among the settled ones of its day; none before it is settled.

create table spending_requests (
  id text not null primary key,
  day text not null,
  number bigint,
  conversation text not null,
  answer text not null,
  amount bigint not null,
  settled_at bigint,
  model text,
  input bigint,
  output bigint,
  cost bigint,
  reported integer
);

create index spending_requests_by_number on spending_requests (day, number);

create index spending_requests_by_conversation on spending_requests (conversation);
