-- One double-entry ledger for points, growth and stored value, and what a shop gives points for. Rules of 0001 hold.

-- What happened. Rows are added and never changed; `unit`, `kind` and `ref` together say which event it was, so that the
-- same one cannot count twice.
create table ledger_transfers (
  user_id bigint not null,
  transfer_id bigint not null,
  unit text not null check (unit in ('points', 'growth', 'balance')),
  kind text not null,
  ref text not null,
  -- In the words that the person reads.
  reason text not null,
  -- How much moved, and how much of what was wanted was not there (`short`).
  amount bigint not null check (amount >= 0),
  short_amount bigint not null default 0 check (short_amount >= 0),
  -- What it did to what the person can spend.
  delta bigint not null,
  -- The transfer of the same person that this one settles, releases, gives back or takes back.
  source_id bigint,
  -- The number that it happened under. A merge of two people moves the row and leaves this.
  origin_user_id bigint not null,
  created_at timestamptz not null,
  primary key (user_id, transfer_id),
  check (abs(delta) in (0, amount))
);
create unique index ledger_transfers_once on ledger_transfers (user_id, unit, kind, ref);
create index ledger_transfers_source on ledger_transfers (user_id, source_id) where source_id is not null;
create index ledger_transfers_unit on ledger_transfers (user_id, unit, transfer_id);

-- From where to where, lot by lot: of one transfer they sum to zero. `available` and `frozen` are the person's accounts;
-- the others are the shop's, as this person sees them.
create table ledger_postings (
  user_id bigint not null,
  transfer_id bigint not null,
  posting_no int not null,
  account text not null check (account in ('available', 'frozen', 'issued', 'spent', 'expired', 'taken', 'moved')),
  lot_id bigint not null,
  amount bigint not null check (amount <> 0),
  primary key (user_id, transfer_id, posting_no)
);

-- What was given at once, and what of it can still be spent. Null: for ever.
create table ledger_lots (
  user_id bigint not null,
  lot_id bigint not null,
  unit text not null check (unit in ('points', 'growth', 'balance')),
  amount bigint not null check (amount > 0),
  left_amount bigint not null check (left_amount between 0 and amount),
  expires_at timestamptz,
  transfer_id bigint not null,
  primary key (user_id, lot_id)
);
create index ledger_lots_left on ledger_lots (user_id, unit, expires_at) where left_amount > 0;
create index ledger_lots_due on ledger_lots (expires_at) where left_amount > 0;

-- The sums, moved in the same transaction. Its row is locked by whoever moves anything of that unit.
create table ledger_balances (
  user_id bigint not null,
  unit text not null check (unit in ('points', 'growth', 'balance')),
  available bigint not null check (available >= 0),
  frozen bigint not null check (frozen >= 0),
  primary key (user_id, unit)
);

-- What points are given for and what they are worth; the newest at a moment holds then.
create table points_rules (
  rule_id bigint primary key,
  -- For each yuan that was paid for goods; growth likewise.
  points_per_yuan int not null check (points_per_yuan between 0 and 1000),
  growth_per_yuan int not null check (growth_per_yuan between 0 and 1000),
  -- So many points are a yuan at the checkout, for at most such a share of the goods. 0: they cannot be spent there.
  points_per_spent_yuan int not null check (points_per_spent_yuan between 1 and 100000),
  spend_permille int not null check (spend_permille between 0 and 1000),
  -- They last so long, to the end of that day.
  keep_days int not null check (keep_days between 1 and 3650),
  -- For the first, second ... day of checking in without a gap; then it begins anew.
  check_in_points int[] not null check (array_length(check_in_points, 1) between 1 and 31),
  created_by bigint not null,
  created_at timestamptz not null
);

-- Days in Beijing on which a person checked in.
create table check_ins (
  user_id bigint not null,
  day date not null,
  created_at timestamptz not null,
  primary key (user_id, day)
);

-- What a done order gave, and for how much money: of what goes back later its share is taken back.
create table order_points (
  user_id bigint not null,
  order_id bigint not null,
  basis_fen bigint not null check (basis_fen > 0),
  points bigint not null check (points >= 0),
  growth bigint not null check (growth >= 0),
  created_at timestamptz not null,
  primary key (user_id, order_id)
);
