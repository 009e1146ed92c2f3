-- Shipping, pick-up and what a shopper does with an order afterwards. Rules of 0001 hold.

create table stores (
  store_id bigint primary key,
  name text not null,
  phone text not null,
  province text not null,
  city text not null,
  district text not null,
  detail text not null,
  lat double precision not null check (lat between -90 and 90),
  lng double precision not null check (lng between -180 and 180),
  -- `09:00`, Beijing time, every day.
  opens_at text not null check (opens_at ~ '^[0-2][0-9]:[0-5][0-9]$'),
  closes_at text not null check (closes_at ~ '^[0-2][0-9]:[0-5][0-9]$'),
  is_active boolean not null default true
);

-- A rule's regions are `浙江省` or, more exactly, `浙江省/舟山市`; without any it is the rule for everywhere else.
create table shipping_rules (
  rule_id bigint primary key,
  name text not null,
  regions text[] not null default '{}',
  is_served boolean not null default true,
  -- Shown to the shopper where nothing is delivered.
  reason text not null default '',
  first_grams int not null default 1000 check (first_grams >= 0),
  first_fen bigint not null default 0 check (first_fen >= 0),
  -- Zero: weight beyond the first costs nothing.
  additional_grams int not null default 0 check (additional_grams >= 0),
  additional_fen bigint not null default 0 check (additional_fen >= 0),
  free_from_fen bigint check (free_from_fen >= 0)
);

-- 满减: the best one that the goods reach is taken off.
create table reach_discounts (
  discount_id bigint primary key,
  label text not null,
  from_fen bigint not null check (from_fen > 0),
  off_fen bigint not null check (off_fen > 0 and off_fen <= from_fen),
  is_active boolean not null default true
);

alter table orders add column fulfilment text not null default 'delivery' check (fulfilment in ('delivery', 'pickup'));
-- The store as it was when the order was placed.
alter table orders add column store jsonb;
alter table orders add column pickup_code text;
alter table orders add column breakdown jsonb not null default '[]';
alter table orders add column invoice jsonb;
alter table orders add column cancel_reason text;
-- Deleted from the shopper's list; the order itself is never removed.
alter table orders add column hidden_at timestamptz;

-- What the carrier says about a parcel of `shipments`.
create table shipment_events (
  user_id bigint not null,
  shipment_id bigint not null,
  event_id bigint not null,
  text text not null,
  happened_at timestamptz not null,
  primary key (user_id, shipment_id, event_id)
);

-- From the code that is said at the counter to its order.
create table pickup_codes (
  code text primary key,
  user_id bigint not null,
  order_id bigint not null,
  created_at timestamptz not null default now()
);

-- Orders from before have their breakdown too.
update orders set breakdown = jsonb_build_array(
  jsonb_build_object('kind', 'goods', 'label', '商品金额', 'fen', goods_fen, 'reason', ''),
  jsonb_build_object('kind', 'discount', 'label', '优惠', 'fen', -discount_fen, 'reason', ''),
  jsonb_build_object('kind', 'shipping', 'label', '运费', 'fen', shipping_fen, 'reason', '')
);
