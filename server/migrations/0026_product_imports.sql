-- Imports of products, so that whoever left the page, or asks another process, learns how far one is and how it ended.
-- One runs at a time; one that has not been heard of for a while died with its process, which wrote nothing.
create table product_imports (
  import_id bigint primary key,
  -- Null: from the command line.
  employee_id bigint,
  state text not null check (state in ('running', 'done', 'refused', 'failed')),
  phase text not null check (phase in ('check', 'pictures', 'save')),
  rows int not null,
  done int not null,
  total int not null,
  -- What was done, or which lines are wrong.
  outcome jsonb,
  last_error text,
  started_at timestamptz not null,
  heard_at timestamptz not null,
  ended_at timestamptz
);
