-- What the console's board counts and what its lists look for.
create index orders_paid on orders (paid_at) where paid_at is not null;
create index orders_phone_tail on orders (right(address ->> 'phone', 4), order_id desc);
create index visits_newest on visits (created_at);
create index refunds_settled on refunds (settled_at) where state = 'succeeded';
create index refunds_failed on refunds (refund_id desc) where state = 'failed';
create index stock_low on stock (sku_id) where on_hand - reserved <= 5;
