import { readEnv } from '../server/src/env';
import { migrate } from '../server/src/db/migrate';
import { openPostgres } from '../server/src/db/postgres';
import { contextFor } from '../server/src/openContext';
import { listProducts } from '../server/src/products/listProducts';
import { saveCatalogue } from '../server/src/products/saveCatalogue';
import { product, sku } from '../server/test/support/fixtures';
import { makeDatabase } from './servers';

const PRODUCTS = 20_000;
const ROUNDS = 40;

const words = (text: string) => text.split(' ');
const MAKERS = words(
  '柿里 山野 布衣 阿宁 松下 云上 南塘 北巷 老窑 青禾 半山 拾光 小满 白露 竹喧 木心 石语 海盐 花期 归舟',
);
const STYLES = words(
  '手作 宽松 复古 极简 加厚 轻便 防水 可折叠 大容量 便携 亲肤 透气 双层 迷你 磨砂 彩绘 刺绣 碎花 条纹 纯色',
);
const MATTERS = words(
  '纯棉 亚麻 羊毛 真丝 陶瓷 紫砂 玻璃 原木 竹编 不锈钢 帆布 牛皮 硅胶 搪瓷 铸铁 黄铜 大豆蜡 苎麻 羊绒 珐琅',
);
const THINGS = words(
  '短袖 连衣裙 围巾 茶壶 茶杯 托特包 双肩包 香薰蜡烛 餐盘 汤锅 台灯 抱枕 毛毯 雨伞 帐篷 睡袋 水杯 笔记本 钢笔 花瓶 T恤 衬衫 毛衣 帽子 拖鞋 收纳盒 咖啡杯 手冲壶 砧板 围裙',
);
const UNITS = words('180ml 500ml 2L S码 L码 XL 两件装 礼盒装 2026款 Pro');
const at = <T>(list: readonly T[], index: number) => list[index % list.length]!;

const titleOf = (index: number) =>
  `${at(MAKERS, index * 7)}${at(STYLES, index * 3 + Math.floor(index / 20))} ${at(MATTERS, Math.floor(index / 400))}${at(THINGS, index)} ${at(UNITS, Math.floor(index / 30))}`;

/** A question of each kind, another one every round. */
const KINDS: Record<string, (round: number) => string> = {
  'a word': (round) => at(THINGS, round),
  'two words': (round) => `${at(MATTERS, round)} ${at(THINGS, round * 7)}`,
  mixed: (round) => `${at(THINGS, round)}${at(UNITS, round)}`,
  短袖: () => '短袖',
  'one character': (round) => at([...THINGS.join('')], round * 3),
  'a title, one character wrong': (round) => {
    const signs = [...titleOf(round * 401)];
    return signs.with(1 + (round % 3), '龘').join('');
  },
  'SQL in it': (round) => `${at(THINGS, round)}' or 1=1; drop table products; --`,
  'HTML in it': (round) => `<b>${at(THINGS, round)}</b><script>alert(${round})</script>`,
  'a hundred characters': (round) =>
    titleOf(round * 401)
      .repeat(9)
      .slice(0, 100),
};

/** p50 and p95 in ms of the first page of a search, by kind of question, among 20,000 products on PostgreSQL, uncached. */
export async function measureSearch(): Promise<Record<string, string> | null> {
  const database = await makeDatabase('search');
  if (!database) return null;
  const db = openPostgres({ url: database.url });
  try {
    await migrate(db);
    const ctx = await contextFor(readEnv({ NODE_ENV: 'test' }), db);
    await saveCatalogue(ctx, catalogue);
    await db.script('vacuum analyze');
    const all: number[] = [];
    const rows: Record<string, string> = {};
    for (const [kind, question] of Object.entries(KINDS)) {
      const times: number[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        const started = process.hrtime.bigint();
        await listProducts(db, { q: question(round), limit: 20, sort: 'default' });
        times.push(Number(process.hrtime.bigint() - started) / 1e6);
      }
      all.push(...times);
      rows[kind] = figures(times);
    }
    return { ...rows, 'all of them': figures(all) };
  } finally {
    await db.close();
    await database.drop();
  }
}

async function* catalogue() {
  for (let index = 0; index < PRODUCTS; index++) {
    yield product({
      handle: `search-${index}`,
      title: titleOf(index),
      categories: [['百货', at(THINGS, index)]],
      tags: [at(STYLES, index)],
      salesCount: (index * 7919) % 5000,
      skus: [sku({ priceFen: 1000 + ((index * 37) % 90_000) })],
    });
  }
}

function figures(times: number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const part = (share: number) => sorted[Math.floor(sorted.length * share)]!.toFixed(1);
  return `p50 ${part(0.5)} ms  p95 ${part(0.95)} ms`;
}
