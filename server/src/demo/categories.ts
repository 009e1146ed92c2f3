import type { CatalogueCategory } from '../products/catalogue';

/** Name, slug and the emoji of the icon, which is stored as `demo/category-<slug>.png`. */
type Entry = [name: string, slug: string, emoji: string];

/** In the order of the market's lanes: what people come for every day first. */
const LANES: [top: Entry, stalls: Entry[]][] = [
  [
    ['茶与咖啡', 'tea', '🍵'],
    [
      ['原叶茶', 'leaf-tea', '🍃'],
      ['咖啡', 'coffee', '☕'],
      ['冲饮', 'drinks', '🧋'],
      ['茶器', 'teaware', '🫖#c9482b'],
    ],
  ],
  [
    ['当季鲜果', 'fruit', '🍊'],
    [
      ['柑橘', 'citrus', '🍋'],
      ['浆果', 'berries', '🍓'],
      ['瓜桃梨', 'orchard', '🍑'],
      ['时蔬', 'vegetables', '🥬'],
    ],
  ],
  [
    ['面包点心', 'bakery', '🥐'],
    [
      ['现烤面包', 'bread', '🍞'],
      ['中式糕饼', 'pastry', '🥮'],
      ['蛋糕甜点', 'cake', '🍰'],
      ['零嘴', 'sweets', '🍪'],
    ],
  ],
  [
    ['居家绿植', 'home', '🪴'],
    [
      ['绿植', 'plants', '🌵'],
      ['鲜花', 'flowers', '💐'],
      ['香薰灯光', 'light', '🕯'],
      ['家居小物', 'furnishing', '🪑'],
    ],
  ],
  [
    ['衣橱', 'wardrobe', '🧥'],
    [
      ['外套', 'coats', '🧥#8a5a3c'],
      ['上衣', 'tops', '👕'],
      ['裙裤', 'bottoms', '👗'],
      ['贴身家居', 'loungewear', '👘'],
      ['配件', 'knitwear', '🧣'],
    ],
  ],
  [
    ['洗护', 'care', '🧴'],
    [
      ['洗沐', 'bath', '🧼'],
      ['护肤', 'skin', '💄'],
      ['口腔剃须', 'oral', '🪥'],
      ['清洁', 'cleaning', '🧽'],
    ],
  ],
  [
    ['户外', 'outdoor', '⛺'],
    [
      ['露营', 'camping', '🏕'],
      ['徒步骑行', 'cycling', '🚲'],
      ['球类', 'balls', '🏀'],
      ['冰雪水上', 'water', '🤿'],
    ],
  ],
  [
    ['母婴玩具', 'toys', '🧸'],
    [
      ['毛绒', 'plush', '🐘'],
      ['益智', 'puzzles', '🧩'],
      ['启蒙运动', 'play', '🚂'],
      ['婴儿', 'baby', '🍼'],
    ],
  ],
  [
    ['厨房餐桌', 'kitchen', '🥣'],
    [
      ['杯碗盘', 'tableware', '🍽'],
      ['锅具', 'cookware', '🍲'],
      ['刀具工具', 'tools', '🔪'],
      ['酒器壶具', 'barware', '🍶'],
    ],
  ],
  [
    ['粮油干货', 'pantry', '🍚'],
    [
      ['米面杂粮', 'grains', '🌾'],
      ['坚果干货', 'nuts', '🌰'],
      ['蛋奶', 'dairy', '🥚'],
      ['速食调味', 'seasoning', '🥫'],
    ],
  ],
  [
    ['鞋包配饰', 'accessories', '👜'],
    [
      ['鞋履', 'shoes', '👟'],
      ['包袋', 'bags', '🎒'],
      ['帽伞', 'hats', '🧢'],
      ['首饰腕表', 'jewellery', '⌚'],
    ],
  ],
  [
    ['文房礼物', 'study', '📚'],
    [
      ['文具', 'stationery', '🖊'],
      ['书籍', 'books', '📙'],
      ['手工', 'crafts', '🧶'],
      ['影音', 'media', '📷'],
      ['节庆礼物', 'gifts', '🎁'],
    ],
  ],
];

const iconName = (slug: string) => `demo/category-${slug}.png`;

const entry = ([name, slug]: Entry, position: number) => ({
  name,
  slug,
  imageUrl: `/assets/${iconName(slug)}`,
  position,
});

/** The demo shop's categories with the paths of their icons; `seedDemo` stores the icons. */
export const DEMO_CATEGORIES: CatalogueCategory[] = LANES.map(([top, stalls], i) => ({
  ...entry(top, i + 1),
  children: stalls.map((stall, k) => entry(stall, k + 1)),
}));

/** What is to be stored under which name: the thing of each icon. */
export const CATEGORY_ICONS: { name: string; thing: string }[] = LANES.flatMap(([top, stalls]) =>
  [top, ...stalls].map(([, slug, thing]) => ({ name: iconName(slug), thing })),
);
