-- Account deletions are carried out. Rules of 0001 hold.

-- Null: not yet. A row with it stays, as the proof.
alter table account_deletions add column done_at timestamptz;

-- Wishes from before have their job too. An id is never given twice, so a person's may stand for their job's.
insert into outbox (shard, job_id, topic, payload, run_at)
select user_id % 4, user_id, 'account.delete', jsonb_build_object('userId', user_id::text), due_at from account_deletions;

-- Carriers write names in their texts, and the log is never forgotten.
update audit_entries set after = after - 'text' where action = 'POST /admin/shipments/:shipmentId/events';
