-- One customer over many identities. Rules of 0001 hold.

-- A super-app's apps of one owner know a person by one union id.
create index identities_union on identities (platform, union_id) where union_id is not null;

-- A number whose holder has proven that it is theirs. One person a number.
create table phones (
  phone text primary key,
  user_id bigint not null,
  -- The last time it was proven: a number that lay still for long may be somebody else's by now.
  verified_at timestamptz not null
);
create index phones_user on phones (user_id);

-- The code on its way to a person's phone; one at a time. Kept as a hash.
create table sms_codes (
  user_id bigint primary key,
  phone text not null,
  code_hash text not null,
  expires_at timestamptz not null,
  tries int not null default 0
);
create index sms_codes_expiry on sms_codes (expires_at);

-- Codes sent to a number, from a device, from an address, in a window. `source` is a hash.
create table sms_quotas (
  source text primary key,
  sent int not null,
  until timestamptz not null,
  -- The next one before then is refused.
  next_at timestamptz not null
);
create index sms_quotas_expiry on sms_quotas (until);

-- Whose number a person's old one leads to now; never to another old one.
create table user_aliases (
  old_user_id bigint primary key,
  user_id bigint not null,
  reason text not null check (reason in ('union_id', 'phone', 'guest')),
  merged_at timestamptz not null
);
create index user_aliases_user on user_aliases (user_id);

-- What happened between two people, under the one who came out of it. `number_moved`: nothing but the number did.
create table merges (
  user_id bigint not null,
  merge_id bigint not null,
  other_user_id bigint not null,
  reason text not null check (reason in ('union_id', 'phone', 'guest')),
  outcome text not null check (outcome in ('merged', 'number_moved')),
  -- `{ "<table>": <rows> }`
  moved jsonb not null default '{}',
  created_at timestamptz not null,
  primary key (user_id, merge_id)
);

-- A revoked token that may still be exchanged until then: the answer with its successor may have been lost.
alter table sessions add column renew_until timestamptz;

-- A merge finds the jobs of a person.
create index outbox_person on outbox ((payload ->> 'userId'));
