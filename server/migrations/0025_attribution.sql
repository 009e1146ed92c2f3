-- Which employee brought a customer, and whose an order is. Rules of 0001 hold.

-- What happened between a person and the shop's staff; rows are added and never changed, so that every answer that was
-- given can be worked out again. `scan`: through a code of an employee. `order`: the person paid one, which keeps them
-- with whom they are. `hand_over`: what was `from_employee_id`'s is `employee_id`'s (nobody's when null) from then on.
-- `left`: the employee is no more, and what was theirs is nobody's until it is handed over.
create table staff_touches (
  user_id bigint not null,
  touch_id bigint not null,
  -- The number that it happened under. A merge of two people moves the row and leaves this.
  origin_user_id bigint not null,
  kind text not null check (kind in ('scan', 'order', 'hand_over', 'left')),
  -- Null for an `order`, and for a `hand_over` to nobody.
  employee_id bigint,
  -- Of a `hand_over`: whose it was.
  from_employee_id bigint,
  -- Of a `hand_over`: who did it. Of an `order`: the employee that the buyer is.
  by_employee_id bigint,
  store_id bigint,
  token text,
  target_kind text,
  target_id text,
  visit_id bigint,
  order_id bigint,
  -- The person is that employee: it binds nobody and is nobody's merit.
  is_own boolean not null default false,
  -- The code brought somebody who had not been here before.
  is_new boolean not null default false,
  at timestamptz not null,
  primary key (user_id, touch_id)
);
create index staff_touches_employee on staff_touches (employee_id, at) where employee_id is not null;
create index staff_touches_at on staff_touches (at) where kind = 'scan';

-- By which rules it is decided; the newest at a moment holds then.
create table attribution_rules (
  rule_id bigint primary key,
  -- So long a person stays with a guide at most, and without coming back.
  keep_days int not null check (keep_days between 1 and 3650),
  idle_days int not null check (idle_days between 1 and 3650),
  -- So long after it an order is a scan's.
  order_days int not null check (order_days between 1 and 365),
  -- What an employee buys through themself is nobody's, or theirs with a mark.
  own text not null check (own in ('exclude', 'mark')),
  -- An order without a scan before it is the guide's, or nobody's.
  untouched text not null check (untouched in ('guide', 'nobody')),
  commission_permille int not null check (commission_permille between 0 and 1000),
  created_by bigint not null,
  created_at timestamptz not null
);

-- Whom a person is with, as the log says. Nobody's any more from `until` on.
create table staff_customers (
  user_id bigint primary key,
  employee_id bigint not null,
  store_id bigint,
  since timestamptz not null,
  until timestamptz not null,
  last_active_at timestamptz not null,
  -- The code that began it; null after a hand-over.
  first_token text
);
create index staff_customers_employee on staff_customers (employee_id, since);

-- Whose a paid order is: decided once. What went back of it is in `refunds`.
create table order_guides (
  user_id bigint not null,
  order_id bigint not null,
  employee_id bigint,
  store_id bigint,
  token text,
  touch_id bigint,
  reason text not null check (reason in ('touch', 'belongs', 'own', 'none')),
  amount_fen bigint not null check (amount_fen >= 0),
  commission_permille int not null,
  placed_at timestamptz not null,
  paid_at timestamptz not null,
  primary key (user_id, order_id)
);
create index order_guides_employee on order_guides (employee_id, paid_at);
create index order_guides_store on order_guides (store_id, paid_at);

create index short_codes_employee on short_codes (employee_id, code_id desc) where employee_id is not null;
