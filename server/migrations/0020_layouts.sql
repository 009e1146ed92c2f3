-- Pages made of blocks, what they may become, and who has seen what. Rules of 0001 hold: the first four tables are small
-- reference data; views are keyed by the device.

create table layout_pages (
  page_id bigint primary key,
  page text not null check (page in ('home', 'category', 'member', 'campaign')),
  slug text not null unique,
  title text not null,
  created_at timestamptz not null
);
insert into layout_pages (page_id, page, slug, title, created_at) values
  (1, 'home', 'home', '首页', '2026-11-26T00:00:00Z'),
  (2, 'category', 'category', '分类页', '2026-11-26T00:00:00Z'),
  (3, 'member', 'member', '会员页', '2026-11-26T00:00:00Z');

-- What the marketers are at, as they sent it. `revision` grows with every save; a save names the one that it changed.
create table layout_drafts (
  page_id bigint primary key references layout_pages (page_id),
  document jsonb not null,
  hash text not null,
  revision int not null,
  edited_by bigint not null,
  edited_at timestamptz not null
);

-- Never changed. A page that is published without a change since its newest version is that version.
create table layout_versions (
  version_id bigint primary key,
  page_id bigint not null references layout_pages (page_id),
  number int not null,
  document jsonb not null,
  hash text not null,
  note text not null default '',
  created_by bigint not null,
  created_at timestamptz not null,
  unique (page_id, number)
);

-- Which versions are shown to whom, and when. Only `rollout` grows and `withdrawn_at` is set; all else stays.
create table layout_releases (
  release_id bigint primary key,
  page_id bigint not null references layout_pages (page_id),
  starts_at timestamptz not null,
  -- Null: until another one takes its place.
  ends_at timestamptz,
  priority int not null,
  audience jsonb not null,
  -- Percent of the devices.
  rollout double precision not null check (rollout > 0 and rollout <= 100),
  -- `[{ "versionId": "…", "weight": 50 }]`
  arms jsonb not null,
  note text not null default '',
  undoes bigint,
  created_by bigint not null,
  created_at timestamptz not null,
  withdrawn_at timestamptz
);
create index layout_releases_page on layout_releases (page_id, release_id desc);

-- A device that a release was really shown on, once a day of Beijing's and arm. No person's key: the device's own id.
create table layout_views (
  device_id text not null,
  release_id bigint not null,
  arm smallint not null,
  day text not null check (day ~ '^\d{4}-\d{2}-\d{2}$'),
  page_id bigint not null,
  platform text not null,
  contract int not null,
  failed_block_ids text[] not null,
  seen_at timestamptz not null,
  primary key (device_id, release_id, arm, day)
);
create index layout_views_day on layout_views (day, page_id);
create index layout_views_release on layout_views (release_id, arm);
-- From a device that saw a page to what was bought on it.
create index visits_device on visits (device_id);

alter table revisions drop constraint revisions_scope_check;
alter table revisions add constraint revisions_scope_check check (scope in ('catalogue', 'stock', 'layouts'));
insert into revisions (scope) values ('layouts');
