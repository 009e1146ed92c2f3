-- Subscription messages, short codes, and what platforms are told about shipping. Rules of 0001 hold.

-- How a kind of message looks in one app. `fields`: `{ "thing1": "title" }`, the template's field and our word for its value.
create table message_templates (
  platform text not null check (platform in ('weapp', 'alipay', 'tt')),
  app_id text not null,
  kind text not null,
  template_id text not null,
  fields jsonb not null,
  is_active boolean not null default true,
  updated_at timestamptz not null,
  primary key (platform, app_id, kind)
);
-- A grant is for a template: two kinds that shared one would spend each other's.
create unique index message_templates_id on message_templates (platform, app_id, template_id);

-- A yes of a person: one message of one template. `spent` before it is sent, `open` again only when the platform says
-- that it was not; `void`: the platform knows of no such yes.
create table message_grants (
  user_id bigint not null,
  grant_id bigint not null,
  platform text not null,
  app_id text not null,
  open_id text not null,
  kind text not null,
  template_id text not null,
  state text not null check (state in ('open', 'spent', 'void')),
  message_id bigint,
  created_at timestamptz not null,
  settled_at timestamptz,
  primary key (user_id, grant_id)
);
create index message_grants_open on message_grants (user_id, kind, grant_id) where state = 'open';

-- Everything that was to be said, and what became of it. `lost`: the platform did not say whether it was sent.
create table message_log (
  user_id bigint not null,
  message_id bigint not null,
  kind text not null,
  -- What it is about; nothing is said twice.
  ref text not null,
  state text not null check (state in ('waiting', 'sending', 'sent', 'lost', 'ungranted', 'refused', 'failed', 'stale')),
  -- The app that it would best be read in.
  platform text,
  app_id text,
  -- By our words; fen as numbers, times in UTC.
  facts jsonb not null,
  page text not null,
  template_id text,
  grant_id bigint,
  note text not null default '',
  created_at timestamptz not null,
  -- When it was given to the platform.
  sent_at timestamptz,
  primary key (user_id, message_id)
);
create unique index message_log_ref on message_log (user_id, kind, ref) where state not in ('stale', 'ungranted');
create index message_log_newest on message_log (message_id desc);
create index message_log_sent on message_log (user_id, sent_at) where sent_at is not null;

-- Its message is under way, or was sent: it is said once.
alter table notices add column told_at timestamptz;
create index notices_untold on notices (kind, notice_id) where told_at is null;

-- The revisions up to which the notices have been looked through. One row.
create table notice_checks (
  singleton smallint primary key default 1 check (singleton = 1),
  catalogue bigint not null default -1,
  stock bigint not null default -1
);
insert into notice_checks (singleton) values (1);

-- What is printed: a token that opens something, for as long as the shop wants.
create table short_codes (
  token text primary key check (token ~ '^[0-9A-Za-z]{6,20}$'),
  code_id bigint not null unique,
  name text not null,
  target_kind text not null check (target_kind ~ '^[a-z_]{2,20}$'),
  target_id text not null default '',
  campaign text not null default '',
  employee_id bigint,
  store_id bigint,
  state text not null check (state in ('active', 'revoked')),
  expires_at timestamptz,
  created_by bigint not null,
  created_at timestamptz not null
);
create index short_codes_campaign on short_codes (campaign, code_id desc);

-- A visit that came through a code, and when it last did.
create table code_scans (
  user_id bigint not null,
  visit_id bigint not null,
  token text not null,
  scanned_at timestamptz not null,
  primary key (user_id, visit_id, token)
);

-- Scans by day in Beijing, over a few rows, so that a crowd before one poster does not wait in one line.
create table code_counts (
  token text not null,
  day text not null check (day ~ '^\d{4}-\d{2}-\d{2}$'),
  part smallint not null,
  scans bigint not null,
  primary key (token, day, part)
);

-- The pictures that were made of a code.
create table code_pictures (
  token text not null,
  platform text not null,
  app_id text not null,
  asset_url text not null,
  created_at timestamptz not null,
  primary key (token, platform, app_id)
);

-- The code that brought the visit.
alter table visits add column code_token text;

-- What a payment's platform is to be told about its order's goods; one a payment and state of the parcels.
create table shipping_reports (
  user_id bigint not null,
  report_id bigint not null,
  order_id bigint not null,
  payment_id bigint not null,
  platform text not null,
  state text not null check (state in ('waiting', 'told', 'failed')),
  tries int not null default 0,
  note text not null default '',
  created_at timestamptz not null,
  told_at timestamptz,
  primary key (user_id, report_id)
);
create index shipping_reports_order on shipping_reports (user_id, order_id);
create index shipping_reports_newest on shipping_reports (state, report_id desc);
