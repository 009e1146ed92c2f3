-- Refunds, callbacks and bills. Rules of 0001 hold.

-- What has gone back of it.
alter table payments add column refunded_fen bigint not null default 0 check (refunded_fen between 0 and amount_fen);
-- The day of the platform's bill that has it, `2026-11-25`, Beijing.
alter table payments add column billed_on text;
create index payments_unbilled on payments (platform, paid_at) where paid_at is not null and billed_on is null;
update payments set refunded_fen = amount_fen where state = 'refunded';

create table refunds (
  user_id bigint not null,
  refund_id bigint not null,
  payment_id bigint not null,
  order_id bigint not null,
  -- What the platform knows it by now. Each failure gives it another; refund_numbers has them all.
  refund_no text not null,
  attempt int not null default 1 check (attempt > 0),
  amount_fen bigint not null check (amount_fen > 0),
  reason text not null,
  state text not null check (state in ('requested', 'processing', 'succeeded', 'failed')),
  -- Who asked: `late:<paymentId>`, `aftersale:<id>`. Asking again is not a second refund.
  ref text not null,
  -- The job that hears how it ended.
  then_topic text,
  then_payload jsonb,
  billed_on text,
  created_at timestamptz not null,
  settled_at timestamptz,
  primary key (user_id, refund_id)
);
create unique index refunds_ref on refunds (user_id, order_id, ref);
create index refunds_payment on refunds (user_id, payment_id);
create index refunds_unbilled on refunds (settled_at) where state = 'succeeded' and billed_on is null;

-- From our refund number, which is all a platform's callback knows, to the refund's owner.
create table refund_numbers (
  refund_no text primary key,
  user_id bigint not null,
  refund_id bigint not null
);

-- Money that went back before has its refund too. An id is never given twice: a payment's may stand for its refund's,
-- and the number is the one that the platform was asked under.
insert into refunds (user_id, refund_id, payment_id, order_id, refund_no, amount_fen, reason, state, ref, created_at, settled_at)
select user_id, payment_id, payment_id, order_id, 'R' || payment_id, amount_fen, '订单已关闭，原路退回',
  case state when 'refunded' then 'succeeded' else 'requested' end, 'late:' || payment_id, coalesce(paid_at, created_at),
  case state when 'refunded' then coalesce(paid_at, created_at) end
from payments where state in ('refunding', 'refunded') and amount_fen > 0;
insert into refund_numbers (refund_no, user_id, refund_id) select refund_no, user_id, refund_id from refunds;
update outbox set topic = 'refund.send', attempts = 0, dead_at = null,
  payload = jsonb_build_object('userId', payload ->> 'userId', 'refundId', payload ->> 'paymentId')
where topic = 'payment.refund';

-- Every callback, believed or not. One that is believed claims its id; what is refused or said again is written down a
-- hundred times an hour at most, and counted beyond that.
create table payment_notices (
  platform text not null,
  notice_key bigint not null,
  -- Null: it was not believed, so it has none.
  notice_id text,
  outcome text not null check (outcome in ('applied', 'repeated', 'ignored', 'refused')),
  -- Why it was not applied.
  reason text,
  kind text,
  trade_no text,
  refund_no text,
  body_hash text not null,
  received_at timestamptz not null,
  primary key (platform, notice_key)
);
create unique index payment_notices_id on payment_notices (platform, notice_id) where outcome in ('applied', 'ignored');
create index payment_notices_outcome on payment_notices (outcome, notice_key);

create table notice_counts (
  platform text not null,
  outcome text not null,
  reason text not null,
  hour timestamptz not null,
  count bigint not null,
  primary key (platform, outcome, reason, hour)
);

-- One row a platform and day: `waiting` for the platform to make it, `compared`, `missing` when it never came.
create table bills (
  platform text not null,
  day text not null check (day ~ '^\d{4}-\d{2}-\d{2}$'),
  bill_id bigint not null,
  state text not null check (state in ('waiting', 'compared', 'missing', 'unsupported')),
  line_count int not null default 0,
  difference_count int not null default 0,
  compared_at timestamptz,
  primary key (platform, day)
);

create table bill_differences (
  platform text not null,
  day text not null,
  difference_id bigint not null,
  kind text not null check (kind in ('missing_here', 'missing_there', 'amount')),
  trade_no text not null,
  refund_no text,
  our_fen bigint,
  their_fen bigint,
  primary key (platform, day, difference_id)
);

-- The fake platform keeps one book a super-app, and does as it is told (`*`: for every trade).
alter table fake_trades add column platform text not null default 'h5';
alter table fake_trades add column app_id text not null default 'h5';
alter table fake_trades add column paid_at timestamptz;
update fake_trades set paid_at = created_at where state in ('paid', 'refunded');
update fake_trades f set platform = p.platform, app_id = p.app_id
from trade_numbers n join payments p on p.user_id = n.user_id and p.payment_id = n.payment_id
where n.trade_no = f.trade_no;
create table fake_behaviours (
  trade_no text primary key,
  -- So many answers are lost after the work is done.
  lost int not null default 0 check (lost >= 0),
  refunds text not null default 'succeed' check (refunds in ('succeed', 'process', 'fail')),
  bill text not null default 'as_is' check (bill in ('as_is', 'omitted', 'altered'))
);
