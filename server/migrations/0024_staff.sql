-- Store staff in the shopper's app. Rules of 0001 hold.

-- One invitation is for one person. It binds a shopper to an employee: to one who is there, or to one made on approval.
create table staff_invitations (
  invitation_id bigint primary key,
  -- What is typed or followed: `/?invite=<token>`.
  token text not null unique check (token ~ '^[0-9A-Z]{8}$'),
  store_id bigint not null,
  role text not null check (role in ('store_manager', 'staff')),
  -- Whom it is for, in the words of the one who invited.
  name text not null,
  employee_id bigint,
  state text not null check (state in ('open', 'asked', 'approved', 'rejected', 'withdrawn')),
  -- The shopper who asked, and the name that they go by at work.
  user_id bigint,
  asked_name text not null default '',
  asked_at timestamptz,
  decided_by bigint,
  decided_at timestamptz,
  created_by bigint not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  check ((state in ('open', 'withdrawn')) or asked_at is not null)
);
create index staff_invitations_user on staff_invitations (user_id) where user_id is not null;

create index employees_user on employees (user_id) where user_id is not null;

-- Whether a shopper lets the guide they belong to see them by phone (masked) and orders.
create table guide_consents (
  user_id bigint primary key,
  is_given boolean not null,
  said_at timestamptz not null
);

-- What the guides wrote of a customer; the next guide reads it too.
create table customer_notes (
  user_id bigint primary key,
  note text not null,
  employee_id bigint not null,
  written_at timestamptz not null
);

-- Posters that were drawn, by all that is on them.
create table posters (
  poster_key text primary key,
  asset_url text not null,
  created_at timestamptz not null
);
