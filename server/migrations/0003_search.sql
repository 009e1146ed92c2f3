-- What the search index knows of a product: lexemes made by the server (search/grams.ts), because Chinese has no
-- spaces and the engines' own parsers differ. A table of its own, narrow, so that ranking many products reads little.
create table product_search (
  product_id bigint primary key references products (product_id) on delete cascade,
  -- The rules that made the lexemes; older rows are made anew at start-up.
  version smallint not null,
  lexemes tsvector not null
);
alter table product_search alter column lexemes set storage external;
-- Without fastupdate an import's rows are not left in a list that every search would have to scan.
create index product_search_lexemes on product_search using gin (lexemes) with (fastupdate = off);

-- What the shop suggests to look for.
create table hot_words (
  word text primary key,
  badge text check (badge in ('hot', 'new')),
  position int not null default 0
);
