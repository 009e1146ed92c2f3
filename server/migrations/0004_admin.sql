-- The people behind the shop. Small tables: reference tables on Citus.

-- One person: a console login and a consumer identity (`user_id`) are both optional.
create table employees (
  employee_id bigint primary key,
  login_name text unique,
  password_hash text,
  user_id bigint,
  name text not null,
  role text not null check (role in ('owner', 'marketer', 'operator', 'store_manager', 'staff')),
  state text not null check (state in ('active', 'disabled')),
  -- Made by the demo shop; refused in production.
  is_demo boolean not null default false,
  created_at timestamptz not null,
  check ((login_name is null) = (password_hash is null))
);

create table employee_sessions (
  token_hash text primary key,
  employee_id bigint not null references employees (employee_id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index employee_sessions_employee on employee_sessions (employee_id);

-- Tries since the last success, for names that exist and names that do not: the lock tells nothing about either.
create table login_tries (
  login_name text primary key,
  tries int not null,
  until timestamptz not null
);

-- The hash of the one-time token with which the first owner is made.
create table owner_setup (
  singleton smallint primary key default 1 check (singleton = 1),
  token_hash text not null
);

create table audit_entries (
  entry_id bigint primary key,
  employee_id bigint not null,
  action text not null,
  target text not null,
  before jsonb,
  after jsonb,
  request_id text not null,
  created_at timestamptz not null
);

-- From an order's number, which is all the console knows, to its owner.
create table order_owners (
  order_id bigint primary key,
  user_id bigint not null
);
insert into order_owners (order_id, user_id) select order_id, user_id from orders;
create index orders_state on orders (state, order_id desc);
create index orders_newest on orders (order_id desc);

create table shipments (
  user_id bigint not null,
  shipment_id bigint not null,
  order_id bigint not null,
  carrier text not null,
  tracking_no text not null,
  -- Null: the whole order.
  lines jsonb,
  created_at timestamptz not null,
  primary key (user_id, shipment_id)
);
create index shipments_order on shipments (user_id, order_id);

alter table stock_entries drop constraint stock_entries_reason_check;
alter table stock_entries add constraint stock_entries_reason_check
  check (reason in ('catalogue', 'reserve', 'release', 'sell', 'adjust'));
-- Why an employee set the stock, in their words.
alter table stock_entries add column note text not null default '';
