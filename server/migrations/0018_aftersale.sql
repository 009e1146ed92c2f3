-- After-sale: money back, goods back, and the pictures that people show for it. Rules of 0001 hold.

-- A picture that only its owner sees, and whoever they show it to: in the private part of the asset store.
create table uploads (
  user_id bigint not null,
  upload_id bigint not null,
  name text not null,
  width int not null check (width > 0),
  height int not null check (height > 0),
  bytes int not null check (bytes > 0),
  created_at timestamptz not null,
  -- Null: shown nowhere yet, and removed after a while.
  used_at timestamptz,
  primary key (user_id, upload_id)
);

create table aftersales (
  user_id bigint not null,
  aftersale_id bigint not null,
  order_id bigint not null,
  kind text not null check (kind in ('refund', 'return')),
  state text not null check (state in
    ('requested', 'approved', 'returning', 'received', 'refunding', 'done', 'rejected', 'withdrawn')),
  reason text not null,
  description text not null,
  -- How the order stood when it was asked for.
  order_state text not null check (order_state in ('paid', 'shipped', 'done')),
  -- What the units are worth, and what of it was asked for.
  max_fen bigint not null check (max_fen >= 0),
  goods_fen bigint not null check (goods_fen between 0 and max_fen),
  -- Added when nothing of the order is left to be shipped.
  shipping_fen bigint not null default 0 check (shipping_fen >= 0),
  answer text not null default '',
  return_to jsonb,
  carrier text,
  tracking_no text,
  refund_id bigint,
  refund_note text not null default '',
  -- When the present state ends by itself, or is overdue.
  due_at timestamptz,
  created_at timestamptz not null,
  done_at timestamptz,
  primary key (user_id, aftersale_id)
);
create index aftersales_order on aftersales (user_id, order_id);
create index aftersales_newest on aftersales (aftersale_id desc);
create index aftersales_state on aftersales (state, aftersale_id desc);

create table aftersale_lines (
  user_id bigint not null,
  aftersale_id bigint not null,
  line_id bigint not null,
  order_id bigint not null,
  sku_id bigint not null,
  quantity int not null check (quantity > 0),
  -- What the units are worth, and what of it comes back.
  max_fen bigint not null check (max_fen >= 0),
  fen bigint not null check (fen between 0 and max_fen),
  restocked int not null default 0 check (restocked between 0 and quantity),
  primary key (user_id, aftersale_id, line_id)
);
create index aftersale_lines_order on aftersale_lines (user_id, order_id);

create table aftersale_moves (
  user_id bigint not null,
  aftersale_id bigint not null,
  move_id bigint not null,
  from_state text,
  to_state text not null,
  actor text not null check (actor in ('shopper', 'merchant', 'clock', 'platform')),
  note text not null default '',
  created_at timestamptz not null,
  primary key (user_id, aftersale_id, move_id)
);

create table aftersale_pictures (
  user_id bigint not null,
  aftersale_id bigint not null,
  upload_id bigint not null,
  position smallint not null,
  primary key (user_id, aftersale_id, upload_id)
);

-- From a request's number, which is all the console knows, to its owner.
create table aftersale_owners (
  aftersale_id bigint primary key,
  user_id bigint not null
);

-- Where returned goods go. One row at most.
create table return_address (
  singleton smallint primary key default 1 check (singleton = 1),
  address jsonb not null
);

alter table stock_entries drop constraint stock_entries_reason_check;
alter table stock_entries add constraint stock_entries_reason_check
  check (reason in ('catalogue', 'reserve', 'release', 'sell', 'adjust', 'refund', 'return'));
