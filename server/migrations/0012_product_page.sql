-- What the product page tells besides words and pictures. Rules of 0001 hold.

-- `{ "url", "posterUrl" }`, or null.
alter table products add column video jsonb;
-- `[{ "name", "value" }]`, in the order in which they are read.
alter table products add column facts jsonb not null default '[]';

-- What the shop promises with every product, and how it is reached. One row; edited as a whole.
create table shop_terms (
  singleton smallint primary key default 1 check (singleton = 1),
  services jsonb not null,
  contact jsonb not null
);
