-- Pictures that an import has fetched already: importing again does not fetch them again.
create table picture_sources (
  url text primary key,
  asset_url text not null,
  fetched_at timestamptz not null default now()
);

-- An import finds the product that already uses an SKU code.
create index skus_code on skus (code) where code is not null;
