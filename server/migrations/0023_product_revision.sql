-- Counts the writes of what the editor of a product replaces, so that nobody saves over what they have not seen. Shelf and
-- stock have routes of their own and do not count.
alter table products add column revision bigint not null default 0;
