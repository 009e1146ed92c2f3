-- What is kept of the views of pages when they are no longer looked at one by one. Rules of 0001 hold: reference data.

-- Devices of the last seven days by what their build can draw, each once, at its newest. Counted by a job; page 0 is the
-- whole shop, where a device that saw several pages counts once.
create table layout_reach (
  page_id bigint not null,
  contract int not null,
  devices int not null,
  counted_at timestamptz not null,
  primary key (page_id, contract)
);

-- What came of a release's arms on devices whose views are gone.
create table layout_results (
  release_id bigint not null,
  arm smallint not null,
  page_id bigint not null,
  devices int not null,
  buyers int not null,
  orders int not null,
  amount_fen bigint not null,
  failed_devices int not null,
  primary key (release_id, arm)
);
