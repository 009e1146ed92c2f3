-- The membership card, its levels, and what a till asks. Rules of 0001 hold.

-- A person is of the highest level whose growth they have reached within the last 365 days.
create table member_levels (
  level_id bigint primary key,
  rank int not null unique check (rank > 0),
  name text not null unique,
  from_growth bigint not null check (from_growth >= 0),
  -- `Benefits` of the contract: what is absent is not given.
  benefits jsonb not null default '{}',
  -- Everybody who opens a card has the first one.
  check ((rank = 1) = (from_growth = 0))
);
-- Made ids are far larger. The shop edits them.
insert into member_levels (level_id, rank, name, from_growth, benefits) values
  (1, 1, '新芽', 0, '{}'),
  (2, 2, '青禾', 500, '{"memberPricePermille": 980, "pointsPermille": 1100}'),
  (3, 3, '金穗', 2000, '{"memberPricePermille": 950, "pointsPermille": 1200, "freeShippingFromFen": 5900}'),
  (4, 4, '丰年', 5000, '{"memberPricePermille": 920, "pointsPermille": 1500, "freeShippingFromFen": 0}');

create table members (
  user_id bigint primary key,
  card_no text not null,
  opened_at timestamptz not null,
  opened_on text not null check (opened_on in ('weapp', 'alipay', 'tt', 'h5')),
  level_id bigint not null,
  level_since timestamptz not null,
  -- The growth is no longer that of the level, which they keep until then.
  grace_until timestamptz
);
create index members_opened on members (opened_at);

-- Whose a number is. A number of a card that became part of another one still leads to the person.
create table card_numbers (
  card_no text primary key check (card_no ~ '^[1-9]\d{7}$'),
  user_id bigint not null
);
create index card_numbers_user on card_numbers (user_id);

-- Every change of a level with all that it was decided by; rows are added and never changed.
create table member_level_moves (
  user_id bigint not null,
  move_id bigint not null,
  kind text not null check (kind in ('opened', 'up', 'grace', 'kept', 'down')),
  from_level_id bigint,
  to_level_id bigint not null,
  growth bigint not null,
  -- What the level that it was about asks for; levels are edited later.
  needed_growth bigint not null,
  grace_until timestamptz,
  created_at timestamptz not null,
  primary key (user_id, move_id)
);

-- The codes that a till has taken. A code is a card's, for one minute; once it is taken, the card shows that minute's
-- next one (`turn`).
create table till_uses (
  user_id bigint not null,
  card_no text not null,
  -- Minutes since 1970.
  minute bigint not null,
  turn int not null check (turn between 0 and 9),
  employee_id bigint,
  key_id bigint,
  used_at timestamptz not null,
  primary key (user_id, card_no, minute, turn),
  check ((employee_id is null) <> (key_id is null))
);

-- What a cash desk signs in with. Kept as a hash; shown once.
create table till_keys (
  key_id bigint primary key,
  key_hash text not null unique,
  store_id bigint not null,
  name text not null,
  -- Its last letters, to tell two keys apart.
  ending text not null,
  created_by bigint not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);

-- Wrong codes that an employee or a key has sent lately.
create table till_tries (
  source text primary key,
  tries int not null,
  until timestamptz not null
);
