-- Rules for every migration: PostgreSQL 15, also valid on PGlite and Citus. No triggers, sequences, enum types,
-- extensions, or foreign keys across different distribution columns. A person's rows have the key (user_id, id);
-- stock is keyed by sku_id; global uniques live in look-up tables of their own; the catalogue is reference data.

-- One row a started process: gives each its own part of the id space.
create table nodes (
  singleton smallint primary key default 1 check (singleton = 1),
  last_node int not null
);
insert into nodes (last_node) values (0);

-- Who ---------------------------------------------------------------------------------------------------------

create table apps (
  platform text not null check (platform in ('weapp', 'alipay', 'tt', 'h5')),
  app_id text not null,
  name text not null,
  created_at timestamptz not null default now(),
  primary key (platform, app_id)
);

create table users (
  user_id bigint primary key,
  created_at timestamptz not null default now()
);

create table identities (
  platform text not null,
  app_id text not null,
  open_id text not null,
  user_id bigint not null,
  union_id text,
  created_at timestamptz not null default now(),
  primary key (platform, app_id, open_id)
);
create index identities_user on identities (user_id);

create table devices (
  device_id text primary key,
  platform text not null,
  first_seen_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now()
);

create table sessions (
  token_hash text primary key,
  user_id bigint not null,
  platform text not null,
  app_id text not null,
  open_id text,
  device_id text not null,
  visit_id bigint not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index sessions_user on sessions (user_id);

create table visits (
  user_id bigint not null,
  visit_id bigint not null,
  device_id text not null,
  platform text not null,
  app_id text not null,
  source text not null,
  scene text not null,
  path text not null,
  query jsonb not null,
  created_at timestamptz not null default now(),
  primary key (user_id, visit_id)
);

create table events (
  user_id bigint not null,
  event_id text not null,
  visit_id bigint not null,
  name text not null,
  properties jsonb not null,
  client_at timestamptz not null,
  received_at timestamptz not null default now(),
  primary key (user_id, event_id)
);

-- The catalogue -----------------------------------------------------------------------------------------------

create table categories (
  category_id bigint primary key,
  parent_id bigint references categories (category_id),
  slug text not null unique,
  name text not null,
  image_url text,
  position int not null default 0
);
create unique index categories_name on categories (coalesce(parent_id, 0), name);

create table products (
  product_id bigint primary key,
  handle text not null unique,
  title text not null,
  subtitle text not null default '',
  description_html text not null default '',
  vendor text not null default '',
  state text not null check (state in ('on_shelf', 'off_shelf')),
  tags text[] not null default '{}',
  options jsonb not null default '[]',
  images jsonb not null default '[]',
  price_fen bigint not null check (price_fen >= 0),
  max_price_fen bigint not null check (max_price_fen >= price_fen),
  compare_at_fen bigint,
  sales_count int not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index products_default on products (state, product_id desc);
create index products_sales on products (state, sales_count desc, product_id desc);
create index products_price on products (state, price_fen, product_id);
create index products_tags on products using gin (tags);

create table product_categories (
  product_id bigint not null references products (product_id) on delete cascade,
  category_id bigint not null references categories (category_id),
  position int not null,
  primary key (product_id, category_id)
);
create index product_categories_category on product_categories (category_id, product_id);

create table skus (
  sku_id bigint primary key,
  product_id bigint not null references products (product_id),
  code text,
  option_values text[] not null default '{}',
  price_fen bigint not null check (price_fen >= 0),
  compare_at_fen bigint,
  image_url text,
  weight_grams int,
  barcode text,
  position int not null,
  -- A SKU that left the catalogue stays for the orders that hold it.
  state text not null default 'on_shelf' check (state in ('on_shelf', 'off_shelf'))
);
create unique index skus_options on skus (product_id, option_values);

-- `on_hand - reserved` can be bought. Every change has a line in stock_entries, in the same transaction.
create table stock (
  sku_id bigint primary key,
  on_hand int not null check (on_hand >= 0),
  reserved int not null default 0 check (reserved >= 0 and reserved <= on_hand)
);

create table stock_entries (
  sku_id bigint not null,
  entry_id bigint not null,
  on_hand_delta int not null,
  reserved_delta int not null,
  reason text not null check (reason in ('catalogue', 'reserve', 'release', 'sell')),
  ref text not null,
  created_at timestamptz not null default now(),
  primary key (sku_id, entry_id)
);

-- Buying ------------------------------------------------------------------------------------------------------

create table cart_items (
  user_id bigint not null,
  sku_id bigint not null,
  quantity int not null check (quantity between 1 and 99),
  is_selected boolean not null default true,
  added_at timestamptz not null default now(),
  primary key (user_id, sku_id)
);

create table addresses (
  user_id bigint not null,
  address_id bigint not null,
  name text not null,
  phone text not null,
  province text not null,
  city text not null,
  district text not null,
  detail text not null,
  used_at timestamptz not null default now(),
  primary key (user_id, address_id)
);
create unique index addresses_content on addresses (user_id, name, phone, province, city, district, detail);

create table orders (
  user_id bigint not null,
  order_id bigint not null,
  state text not null check (state in ('unpaid', 'paid', 'shipped', 'done', 'closed')),
  close_reason text check (close_reason in ('cancelled', 'expired', 'refunded')),
  platform text not null,
  app_id text not null,
  visit_id bigint not null,
  goods_fen bigint not null check (goods_fen >= 0),
  shipping_fen bigint not null check (shipping_fen >= 0),
  discount_fen bigint not null check (discount_fen >= 0),
  total_fen bigint not null check (total_fen = goods_fen + shipping_fen - discount_fen and total_fen >= 0),
  address jsonb not null,
  note text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  paid_at timestamptz,
  shipped_at timestamptz,
  done_at timestamptz,
  closed_at timestamptz,
  primary key (user_id, order_id)
);

create table order_lines (
  user_id bigint not null,
  order_id bigint not null,
  line_id bigint not null,
  sku_id bigint not null,
  product_id bigint not null,
  title text not null,
  option_text text not null,
  image_url text,
  unit_fen bigint not null check (unit_fen >= 0),
  quantity int not null check (quantity > 0),
  total_fen bigint not null check (total_fen = unit_fen * quantity),
  primary key (user_id, order_id, line_id)
);

-- Every discount, split over the lines exactly, so that any later refund is exact.
create table order_adjustments (
  user_id bigint not null,
  order_id bigint not null,
  adjustment_id bigint not null,
  line_id bigint not null,
  kind text not null,
  ref text not null,
  fen bigint not null,
  primary key (user_id, order_id, adjustment_id)
);

create table order_moves (
  user_id bigint not null,
  order_id bigint not null,
  move_id bigint not null,
  from_state text,
  to_state text not null,
  reason text not null,
  created_at timestamptz not null default now(),
  primary key (user_id, order_id, move_id)
);

create table payments (
  user_id bigint not null,
  payment_id bigint not null,
  order_id bigint not null,
  trade_no text not null,
  platform text not null,
  app_id text not null,
  state text not null check (state in ('paying', 'paid', 'closed', 'refunding', 'refunded')),
  amount_fen bigint not null check (amount_fen >= 0),
  -- Null until the platform has answered; a retry asks again with the same trade number.
  intent jsonb,
  platform_trade_no text,
  created_at timestamptz not null,
  paid_at timestamptz,
  closed_at timestamptz,
  primary key (user_id, payment_id)
);
-- An order never has two payments that could both still be paid.
create unique index payments_open on payments (user_id, order_id) where state = 'paying';
create index payments_order on payments (user_id, order_id);

-- From our trade number, which is all a platform's callback knows, to the payment's owner.
create table trade_numbers (
  trade_no text primary key,
  user_id bigint not null,
  payment_id bigint not null
);

create table payment_entries (
  user_id bigint not null,
  payment_id bigint not null,
  entry_id bigint not null,
  kind text not null,
  body jsonb not null,
  created_at timestamptz not null default now(),
  primary key (user_id, payment_id, entry_id)
);

-- The key and its response are written in the transaction that does the work: no response, no work.
create table idempotency_keys (
  user_id bigint not null,
  key text not null,
  route text not null,
  body_hash text not null,
  response jsonb,
  created_at timestamptz not null default now(),
  primary key (user_id, key)
);

-- Jobs --------------------------------------------------------------------------------------------------------

create table outbox (
  shard smallint not null,
  job_id bigint not null,
  topic text not null,
  payload jsonb not null,
  run_at timestamptz not null,
  attempts int not null default 0,
  last_error text,
  dead_at timestamptz,
  primary key (shard, job_id)
);
create index outbox_due on outbox (shard, run_at) where dead_at is null;

-- The fake platform's own books: what a super-app would keep on its side.
create table fake_trades (
  trade_no text primary key,
  platform_trade_no text not null,
  amount_fen bigint not null,
  state text not null check (state in ('open', 'paid', 'closed', 'refunded')),
  created_at timestamptz not null default now()
);
