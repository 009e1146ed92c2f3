/** One named statement for each of the bare server's round trips. */

const SOLD_OUT = `not exists (select 1 from skus k join stock s on s.sku_id = k.sku_id
  where k.product_id = p.product_id and k.state = 'on_shelf' and s.on_hand > s.reserved)`;

const CARD = `p.product_id::text as id, p.title, p.subtitle, p.images -> 0 ->> 'url' as "imageUrl", p.price_fen::float8 as "priceFen",
  p.price_fen <> p.max_price_fen as "hasPriceRange", p.compare_at_fen::float8 as "compareAtFen", p.tags,
  ${SOLD_OUT} as "isSoldOut", p.sales_count as "salesCount"`;

export const LIST = `select ${CARD} from products p where p.state = 'on_shelf' order by p.product_id desc limit $1`;

export const DETAIL = `select ${CARD}, p.handle, p.state, p.vendor, p.images, p.video, p.facts, p.options, p.description_html as "descriptionHtml",
  (select jsonb_agg(jsonb_build_object('id', k.sku_id::text, 'optionValues', k.option_values, 'priceFen', k.price_fen,
      'compareAtFen', k.compare_at_fen, 'stock', coalesce(s.on_hand - s.reserved, 0), 'imageUrl', k.image_url)
      order by k.position, k.sku_id)
    from skus k left join stock s on s.sku_id = k.sku_id
    where k.product_id = p.product_id and k.state = 'on_shelf') as skus,
  (select coalesce(jsonb_agg(jsonb_build_object('id', c.category_id::text, 'name', c.name) order by pc.position), '[]')
    from product_categories pc join categories c on c.category_id = pc.category_id
    where pc.product_id = p.product_id) as categories
  from products p where p.product_id = $1`;

const SESSION = `select user_id, visit_id, platform, app_id from sessions
  where token_hash = $1 and expires_at > now() and revoked_at is null`;

const RULE = `(select jsonb_build_object('isServed', r.is_served, 'reason', r.reason, 'name', r.name, 'freeFromFen', r.free_from_fen)
  from shipping_rules r left join (select province, city from addresses where user_id = session.user_id
    order by used_at desc, address_id desc limit 1) a on true
  where r.regions = '{}' or a.province = any(r.regions) or a.province || '/' || a.city = any(r.regions)
  order by a.province || '/' || a.city = any(r.regions) desc, a.province = any(r.regions) desc, r.rule_id limit 1)`;

export const CART = `with session as (${SESSION}), changed as (
    update cart_items c set quantity = $3 from session where c.user_id = session.user_id and c.sku_id = $2
    returning c.sku_id, c.quantity
  )
  select c.sku_id::text as "skuId", k.product_id::text as "productId", p.title,
    array_to_string(k.option_values, ' / ') as "optionText", coalesce(k.image_url, p.images -> 0 ->> 'url') as "imageUrl",
    k.price_fen::float8 as "priceFen", coalesce(changed.quantity, c.quantity) as quantity,
    coalesce(s.on_hand - s.reserved, 0) as stock, p.state = 'on_shelf' and k.state = 'on_shelf' as "isOnShelf",
    c.is_selected as "isSelected", ${RULE} as rule
  from session join cart_items c on c.user_id = session.user_id left join changed on changed.sku_id = c.sku_id
    join skus k on k.sku_id = c.sku_id join products p on p.product_id = k.product_id left join stock s on s.sku_id = k.sku_id
  order by c.added_at desc, c.sku_id desc`;

export const ORDER_INPUTS = `with session as (${SESSION})
  select session.user_id::text as "userId", session.visit_id::text as "visitId", session.platform, session.app_id as "appId",
    jsonb_build_object('name', a.name, 'phone', a.phone, 'province', a.province, 'city', a.city, 'district', a.district,
      'detail', a.detail) as address,
    ((select count(*) from shipping_rules) + (select count(*) from reach_discounts where is_active))::int as rules,
    (select jsonb_agg(jsonb_build_object('skuId', k.sku_id::text, 'productId', k.product_id::text, 'title', p.title,
        'optionText', array_to_string(k.option_values, ' / '), 'imageUrl', coalesce(k.image_url, p.images -> 0 ->> 'url'),
        'unitFen', k.price_fen, 'weightGrams', coalesce(k.weight_grams, 0)))
      from skus k join products p on p.product_id = k.product_id
      where k.sku_id = any($3::bigint[]) and k.state = 'on_shelf' and p.state = 'on_shelf') as lines
  from session join addresses a on a.user_id = session.user_id and a.address_id = $2`;

/** $1 user, $2 order, $3 platform, $4 app, $5 visit, $6 order, $7 lines, $8 key, $9 hash of the body, $10 move, $11 job. */
export const ORDER_WRITE = `with wanted as (
    select * from jsonb_to_recordset($7::jsonb) as l("lineId" bigint, "entryId" bigint, "skuId" bigint, "productId" bigint,
      title text, "optionText" text, "imageUrl" text, "unitFen" bigint, quantity int, "totalFen" bigint)
  ), locked as (
    select sku_id from stock where sku_id in (select "skuId" from wanted) order by sku_id for update
  ), ready as (
    select 1 where (select count(*) from stock s join locked using (sku_id) join wanted w on w."skuId" = s.sku_id
      where s.on_hand - s.reserved >= w.quantity) = (select count(*) from wanted)
  ), claimed as (
    insert into idempotency_keys (user_id, key, route, body_hash, response)
    select $1::bigint, $8, 'placeOrder', $9, $6::jsonb from ready on conflict (user_id, key) do nothing returning key
  ), taken as (
    update stock s set reserved = s.reserved + w.quantity from wanted w, claimed where s.sku_id = w."skuId"
  ), logged as (
    insert into stock_entries (sku_id, entry_id, on_hand_delta, reserved_delta, reason, ref, created_at)
    select "skuId", "entryId", 0, quantity, 'reserve', $2::text, now() from wanted, claimed
  ), lines as (
    insert into order_lines (user_id, order_id, line_id, sku_id, product_id, title, option_text, image_url, unit_fen, quantity, total_fen)
    select $1::bigint, $2::bigint, "lineId", "skuId", "productId", title, "optionText", "imageUrl", "unitFen", quantity, "totalFen"
    from wanted, claimed
  ), move as (
    insert into order_moves (user_id, order_id, move_id, from_state, to_state, reason, created_at)
    select $1::bigint, $2::bigint, $10::bigint, null, 'unpaid', 'placed', now() from claimed
  ), job as (
    insert into outbox (shard, job_id, topic, payload, run_at)
    select 0, $11::bigint, 'order.expire', jsonb_build_object('userId', $1::text, 'orderId', $2::text), now() + interval '30 minutes'
    from claimed
  )
  insert into orders (user_id, order_id, state, platform, app_id, visit_id, goods_fen, shipping_fen, discount_fen, total_fen,
    address, note, created_at, expires_at, fulfilment, breakdown)
  select $1::bigint, $2::bigint, 'unpaid', $3, $4, $5::bigint, (o ->> 'goodsFen')::bigint, (o ->> 'shippingFen')::bigint, (o ->> 'discountFen')::bigint,
    (o ->> 'totalFen')::bigint, o -> 'address', '', (o ->> 'createdAt')::timestamptz, (o ->> 'expiresAt')::timestamptz,
    'delivery', o -> 'breakdown'
  from claimed, (select $6::jsonb as o) given returning order_id`;
