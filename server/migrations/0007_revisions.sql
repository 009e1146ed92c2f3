-- A row is counted up in the transaction of every write to what it stands for; cached answers carry the numbers they
-- were made under. `catalogue`: products, SKUs, prices, categories. `stock`: an SKU sold out, or came back.
create table revisions (
  scope text primary key check (scope in ('catalogue', 'stock')),
  revision bigint not null default 0
);
insert into revisions (scope) values ('catalogue'), ('stock');
