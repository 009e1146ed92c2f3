import type { Context } from '../context';
import { sql } from '../db/db';

/** Where the demo shop's goods can be picked up: real streets of Hangzhou, invented stores. */
const STORES = [
  ['集市 · 文三路店', '西湖区', '文三路 478 号', 30.2767, 120.1259, '09:00', '21:00'],
  ['集市 · 湖滨店', '上城区', '平海路 124 号', 30.2545, 120.1637, '10:00', '22:00'],
  ['集市 · 滨江店', '滨江区', '江南大道 228 号', 30.2109, 120.2136, '09:30', '20:30'],
] as const;

/** What holds for everything in the demo shop. It is reached by telephone: a chat needs a real shop behind it. */
const SERVICES = [
  { name: '七天无理由', text: '签收后七天内，没有用过、不影响再卖的商品可以退。生鲜、现烤和定做的除外。' },
  { name: '破损包赔', text: '路上磕了碰了，签收后 48 小时内拍张照片给客服，补发或退款由您选。' },
  { name: '48 小时发货', text: '付款后 48 小时内交给快递。现烤和现摘的会在商品里写明哪天发。' },
];
const CONTACT = { phone: '0571-88886666', hours: '每天 9:00–21:00' };

const RETURN_TO = {
  name: '集市售后',
  phone: '0571-88886666',
  province: '浙江省',
  city: '杭州市',
  district: '滨江区',
  detail: '江南大道 228 号 2 号仓',
};

/** Near places pay by weight and little, far ones more; to some nothing goes. */
const RULES = [
  {
    name: '江浙沪皖',
    regions: ['浙江省', '江苏省', '上海市', '安徽省'],
    firstFen: 600,
    additionalFen: 100,
    free: 9900,
  },
  {
    name: '偏远地区',
    regions: ['新疆维吾尔自治区', '西藏自治区', '青海省', '内蒙古自治区', '宁夏回族自治区', '甘肃省'],
    firstFen: 1800,
    additionalFen: 1000,
    free: 29_900,
  },
  { name: '全国', regions: [], firstFen: 800, additionalFen: 200, free: 9900 },
];
const UNSERVED = ['香港特别行政区', '澳门特别行政区', '台湾省'];

/** Gives the demo shop its stores, its shipping rules, its promises, its address for returns and one offer. For an empty shop, once. */
export async function seedDelivery(ctx: Context): Promise<void> {
  await ctx.db.tx(async (tx) => {
    for (const [name, district, detail, lat, lng, opensAt, closesAt] of STORES) {
      await tx.query(
        sql`insert into stores (store_id, name, phone, province, city, district, detail, lat, lng, opens_at, closes_at)
          values (${ctx.makeId()}, ${name}, '0571-88886666', '浙江省', '杭州市', ${district}, ${detail}, ${lat}, ${lng},
            ${opensAt}, ${closesAt})`,
      );
    }
    for (const { name, regions, firstFen, additionalFen, free } of RULES) {
      await tx.query(
        sql`insert into shipping_rules (rule_id, name, regions, first_grams, first_fen, additional_grams, additional_fen, free_from_fen)
          values (${ctx.makeId()}, ${name}, ${regions}, 3000, ${firstFen}, 1000, ${additionalFen}, ${free})`,
      );
    }
    await tx.query(
      sql`insert into shipping_rules (rule_id, name, regions, is_served, reason)
        values (${ctx.makeId()}, '港澳台', ${UNSERVED}, false, '港澳台暂时寄不到，正在想办法')`,
    );
    await tx.query(
      sql`insert into shop_terms (services, contact)
        values (${JSON.stringify(SERVICES)}::jsonb, ${JSON.stringify(CONTACT)}::jsonb)`,
    );
    await tx.query(sql`insert into return_address (address) values (${JSON.stringify(RETURN_TO)}::jsonb)`);
    await tx.query(
      sql`insert into reach_discounts (discount_id, label, from_fen, off_fen)
        values (${ctx.makeId()}, '开市满减', 29900, 3000)`,
    );
  });
}
