-- Coupons. Rules of 0001 hold.

-- What the shop gives away. A coupon keeps the terms of the moment in which it was given: a change is for later ones.
create table coupon_templates (
  template_id bigint primary key,
  name text not null,
  -- What it takes off, from what worth on, on which goods, for whom, and what it goes together with.
  terms jsonb not null,
  -- Anybody finds it in the centre.
  is_public boolean not null,
  -- Whoever says it gets one; letters are capitals.
  code text unique,
  -- When it can be claimed; null: from now, without end.
  claim_from timestamptz,
  claim_until timestamptz,
  -- When it can be used: between two moments, or so many days from being given.
  valid_from timestamptz,
  valid_until timestamptz,
  valid_days int check (valid_days between 1 and 365),
  total_limit int check (total_limit > 0),
  -- Claimed by the person; what the shop gives by itself does not count.
  person_limit int not null check (person_limit > 0),
  given_count int not null default 0 check (given_count >= 0 and given_count <= coalesce(total_limit, given_count)),
  state text not null check (state in ('running', 'stopped', 'void')),
  created_by bigint not null,
  created_at timestamptz not null,
  check ((valid_days is null) <> (valid_until is null))
);

create table coupons (
  user_id bigint not null,
  coupon_id bigint not null,
  template_id bigint not null,
  name text not null,
  terms jsonb not null,
  state text not null check (state in ('held', 'frozen', 'used', 'expired', 'void')),
  source text not null check (source in ('claim', 'code', 'gift')),
  -- What it was given for: the same is not given twice.
  ref text not null,
  starts_at timestamptz not null,
  expires_at timestamptz not null,
  -- The order that holds it, or used it, and what that one took off.
  order_id bigint,
  off_fen bigint not null default 0 check (off_fen >= 0),
  given_at timestamptz not null,
  used_at timestamptz,
  primary key (user_id, coupon_id),
  check ((state in ('frozen', 'used')) = (order_id is not null)),
  check ((state = 'used') = (used_at is not null))
);
create unique index coupons_ref on coupons (user_id, template_id, ref);
create index coupons_order on coupons (user_id, order_id) where order_id is not null;
create index coupons_template on coupons (template_id, state);
create index coupons_due on coupons (expires_at) where state = 'held';

-- What happened to each; rows are added and never changed.
create table coupon_moves (
  user_id bigint not null,
  coupon_id bigint not null,
  move_id bigint not null,
  from_state text,
  to_state text not null,
  reason text not null check (reason in ('given', 'placed', 'paid', 'closed', 'refunded', 'expired', 'stopped')),
  order_id bigint,
  created_at timestamptz not null,
  primary key (user_id, coupon_id, move_id)
);

-- How many of a template a person has claimed: the guard of its limit, as two taps may come at once.
create table coupon_counts (
  user_id bigint not null,
  template_id bigint not null,
  claimed int not null check (claimed > 0),
  primary key (user_id, template_id)
);
