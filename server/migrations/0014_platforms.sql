-- What talking to the super-apps needs. Rules of 0001 hold.

-- Shared by all processes; one of them at a time, the holder of the lease, asks the platform for a new one.
create table access_tokens (
  name text primary key,
  token text,
  expires_at timestamptz,
  lease_until timestamptz
);

-- The fake platform's books of money that went back.
create table fake_refunds (
  refund_no text primary key,
  trade_no text not null,
  fen bigint not null check (fen > 0),
  state text not null check (state in ('processing', 'succeeded', 'failed')),
  created_at timestamptz not null default now()
);
create index fake_refunds_trade on fake_refunds (trade_no);
