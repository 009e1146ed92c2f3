-- What a shopper keeps. Every table has the person's key first; products and SKUs are looked up by id.

create table favourites (
  user_id bigint not null,
  product_id bigint not null,
  -- The lowest price on that day, so that the list can say what became cheaper.
  added_fen bigint not null check (added_fen >= 0),
  added_at timestamptz not null,
  primary key (user_id, product_id)
);
create index favourites_newest on favourites (user_id, added_at desc, product_id desc);

create table history (
  user_id bigint not null,
  product_id bigint not null,
  seen_at timestamptz not null,
  primary key (user_id, product_id)
);
create index history_newest on history (user_id, seen_at desc, product_id desc);

create table notices (
  user_id bigint not null,
  notice_id bigint not null,
  kind text not null check (kind in ('restock', 'price_drop')),
  product_id bigint not null,
  -- 0 asks for the product as a whole.
  sku_id bigint not null default 0,
  asked_fen bigint not null check (asked_fen >= 0),
  asked_at timestamptz not null,
  primary key (user_id, notice_id)
);
create unique index notices_wish on notices (user_id, kind, product_id, sku_id);

-- A person's wish to be forgotten; it can be taken back until it is carried out.
create table account_deletions (
  user_id bigint primary key,
  requested_at timestamptz not null,
  due_at timestamptz not null
);

-- Bought together: the newest orders that hold a product.
create index order_lines_product on order_lines (product_id, order_id desc);
