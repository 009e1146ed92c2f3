-- Goods that Douyin sells itself: what was handed over to the bound shop, and what the shop made of it. Rules of 0001
-- hold; none of these rows names a person.

-- Which product and SKU of the Douyin shop one of our SKUs is.
create table tt_shop_skus (
  sku_id bigint primary key,
  shop_product_id text not null,
  shop_sku_id text not null,
  updated_at timestamptz not null default now()
);

-- A payment that was handed over: the shop's order is looked for by these.
create table tt_shop_trades (
  trade_no text primary key,
  -- The payer's open id under a key that only the server has; nobody can be found by it.
  buyer text not null,
  shop_product_id text not null,
  shop_sku_id text not null,
  quantity int not null check (quantity > 0),
  amount_fen bigint not null check (amount_fen > 0),
  handed_at timestamptz not null,
  expires_at timestamptz not null
);

-- A look-up table: a paid order of the shop pays one trade of ours, once and for good.
create table tt_shop_orders (
  shop_order_id text primary key,
  trade_no text not null,
  -- Before and after the discounts that the shop and Douyin gave.
  order_fen bigint not null,
  pay_fen bigint not null,
  claimed_at timestamptz not null
);
create index tt_shop_orders_trade on tt_shop_orders (trade_no);

-- Refunds that we asked for and that the shop carries out; a finished after-sale of the shop answers one of them.
create table tt_shop_refunds (
  trade_no text not null,
  refund_no text not null,
  fen bigint not null check (fen > 0),
  asked_at timestamptz not null,
  after_sale_id text,
  primary key (trade_no, refund_no),
  unique (trade_no, after_sale_id)
);
