-- Pictures of the asset store, and what the people behind the shop need. Rules of 0001 hold.

-- One public picture. Its file is `name`; its smaller ones have `-<width>` before the ending, see plain/pictures.ts.
create table assets (
  asset_id bigint primary key,
  -- `ab/abcd….jpg`, from the hash of its bytes: the same picture twice is one row.
  name text not null unique,
  width int not null check (width > 0),
  height int not null check (height > 0),
  bytes int not null check (bytes > 0),
  -- `waiting`: the smaller ones are still to be made; until then the next larger file is served.
  state text not null check (state in ('waiting', 'ready', 'failed')),
  created_at timestamptz not null
);

-- Made by the first process, the same for all: what short links are signed with.
create table server_secrets (
  name text primary key,
  value text not null
);

-- A store manager or a member of staff sees the orders of these stores only.
create table employee_stores (
  employee_id bigint not null references employees (employee_id),
  store_id bigint not null references stores (store_id),
  primary key (employee_id, store_id)
);

-- Not null: the password was given by an owner, opens nothing but the change of itself, and only until then.
alter table employees add column password_until timestamptz;

-- A browser in which an employee has signed in before; strangers cannot slow it down.
create table employee_devices (
  token_hash text primary key,
  employee_id bigint not null references employees (employee_id),
  created_at timestamptz not null
);
create index employee_devices_employee on employee_devices (employee_id);

-- Tries since the last success, by name and by where they come from; `*` are all that come from unknown devices.
drop table login_tries;
create table sign_in_tries (
  login_name text not null,
  source text not null,
  tries int not null,
  until timestamptz not null,
  -- The next try before then is refused.
  next_at timestamptz not null,
  primary key (login_name, source)
);

-- Wrong pick-up codes that an employee has said lately.
create table pickup_tries (
  employee_id bigint primary key references employees (employee_id),
  tries int not null,
  until timestamptz not null
);

create index orders_store on orders ((store ->> 'storeId'), order_id desc) where store is not null;

-- The console and carriers know a parcel, not its owner; and say the same thing twice.
create index shipments_id on shipments (shipment_id);
create index shipments_tracking on shipments (tracking_no);
create unique index shipment_events_once on shipment_events (user_id, shipment_id, happened_at, text);

-- Null: from the beginning, without end.
alter table reach_discounts add column starts_at timestamptz;
alter table reach_discounts add column ends_at timestamptz;
