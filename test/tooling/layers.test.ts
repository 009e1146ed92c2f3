import { lint, type Example } from './lint';

const page = 'src/pages/home/index.tsx';
const product = 'src/mall/product/index.tsx';
const value = (specifier: string) => `import { thing } from '${specifier}';\nvoid thing;\n`;
const type = (specifier: string) =>
  `import type { Thing } from '${specifier}';\nlet thing: Thing | undefined;\nvoid thing;\n`;

/** [what must hold, importing file, code that keeps it, code that breaks it] */
const importRules: [string, string, string[], string[]][] = [
  [
    'a page uses the lower layers and never a feature or another page',
    page,
    [value('@/blocks/Banner'), value('@/api/products'), value('@/platform'), value('@/lib/routes'), value('./Search')],
    [
      value('@/mall/product/Gallery'),
      type('@/mall/product/Gallery'),
      value('../cart/CartLine'),
      value('@/pages/me/Row'),
    ],
  ],
  [
    'a feature uses the lower layers and its own folder, never another feature',
    product,
    [value('../search/SearchBar'), value('@/components/Price'), value('@/blocks/Banner'), value('@/api/carts')],
    [value('@/orders/checkout/Total'), value('../../orders/checkout/Total'), type('@/orders/list/OrderCard')],
  ],
  [
    'a block uses components, api, lib and the platform buttons',
    'src/blocks/Banner.tsx',
    [value('@/components/Picture'), value('@/api/layouts'), value('@/lib/routes'), value('@/platform/PhoneButton')],
    [value('@/platform'), value('@/mall/product/Gallery'), value('@/pages/home/Search')],
  ],
  [
    'a component uses lib and the platform buttons, and fetches nothing',
    'src/components/Price.tsx',
    [value('./Picture'), value('@/lib/money'), value('@/platform/PhoneButton')],
    [value('@/api/products'), value('@/platform'), value('@/blocks/Banner')],
  ],
  [
    'the api uses platform and lib',
    'src/api/orders.ts',
    [value('@/platform'), value('@/lib/session'), value('./request')],
    [value('@/components/Price'), value('@/mall/list/filters')],
  ],
  [
    'lib uses platform only',
    'src/lib/session.ts',
    [value('@/platform'), value('./storage')],
    [value('@/api/request'), value('@/components/Toast')],
  ],
  [
    'platform uses Taro and nothing of ours',
    'src/platform/index.weapp.ts',
    [value('@tarojs/taro'), type('./types'), type('@jishi/contract/sessions')],
    [value('@/lib/session'), value('@/api/request'), value('@tanstack/react-query')],
  ],
  [
    'the app wires lower layers only',
    'src/app.tsx',
    [value('@/lib/queries'), value('@/platform')],
    [value('@/mall/list/filters'), value('@/blocks/Banner')],
  ],
  [
    'the storefront takes values from contract/src/plain alone, types from anywhere in it',
    product,
    [value('@jishi/contract/plain/money'), type('@jishi/contract/orders'), type('../../../contract/src/orders')],
    [
      value('@jishi/contract/orders'),
      value('../../../contract/src/orders'),
      value('zod'),
      `export const load = () => import('@jishi/contract/orders');\n`,
      `import { type Order, orderSchema } from '@jishi/contract/orders';\nvoid orderSchema;\nexport let a: Order;\n`,
    ],
  ],
  [
    'contract/src/plain knows neither zod nor schemas',
    'contract/src/plain/money.ts',
    [value('./limits')],
    [value('zod'), type('zod'), value('../orders')],
  ],
  [
    'the contract knows zod and itself',
    'contract/src/orders.ts',
    [value('zod'), value('./plain/money'), value('./schema')],
    [value('fastify'), value('../../server/src/errors'), value('../../src/lib/money')],
  ],
  [
    'server features import downward only',
    'server/src/orders/placeOrder.ts',
    [
      value('../pricing/price'),
      value('../carts/cart'),
      value('../db/db'),
      value('../errors'),
      value('@jishi/contract/orders'),
    ],
    [value('../aftersale/refund'), value('../payments/pay'), value('../layouts/release'), value('../app')],
  ],
  [
    'files directly in server/src stand below the features, except those that put them together',
    'server/src/jobs.ts',
    [value('./db/db'), value('./platform/types'), value('./errors')],
    [value('./orders/placeOrder'), type('./products/catalogue')],
  ],
  ['the app puts the features together', 'server/src/app.ts', [value('./orders/routes'), value('./web/web')], []],
  [
    'a server feature without a place in the order is reported',
    'server/src/orders/placeOrder.ts',
    [],
    [value('../somethingNew/act')],
  ],
  [
    'the server platform knows no feature',
    'server/src/platform/weapp.ts',
    [value('./types')],
    [value('../orders/placeOrder'), value('../members/merge')],
  ],
  [
    'services know no HTTP',
    'server/src/carts/setLine.ts',
    [type('../context')],
    [value('fastify'), value('@fastify/static'), value('./routes'), value('../http'), value('../products/routes')],
  ],
  [
    'routes call services, not the database or the routes of another feature',
    'server/src/carts/routes.ts',
    [value('./setLine'), value('../http'), value('fastify'), type('../db/db')],
    [value('../db/db'), value('../products/routes'), value('../products/admin')],
  ],
  [
    'the server never imports the storefront',
    'server/src/products/list.ts',
    [],
    [value('../../../src/lib/money'), value('@/lib/money')],
  ],
  ['the storefront never imports the server', page, [], [value('../../../server/src/errors')]],
  [
    'storefront tests never import the server',
    'test/pages/home.test.tsx',
    [value('@/pages/home/index'), value('../support/renderPage')],
    [value('../../server/src/app')],
  ],
  [
    'stories, walks and scripts may start the server',
    'test/stories/buy.test.ts',
    [value('../../server/src/app'), value('@/api/orders')],
    [],
  ],
  ['scripts may start the server', 'scripts/picture.ts', [value('../server/src/app')], []],
  [
    'a platform file is never imported by its suffix',
    'src/lib/session.ts',
    [value('@/platform')],
    [value('@/platform/index.weapp'), value('../platform/index.h5'), value('@/platform/PhoneButton.tt')],
  ],
];

const otherRules: [string, string, string[], string[], string][] = [
  [
    'wx, my and tt are used in src/platform alone',
    product,
    [`export const pay = (wx: { pay(): void }) => wx.pay();\n`],
    [`wx.pay();\n`, `export const name = my.name;\n`, `void tt;\n`],
    'no-restricted-globals',
  ],
  [
    'only src/platform and src/app.config.ts ask which super-app this is',
    product,
    [`export const mode = process.env.NODE_ENV;\n`],
    [
      `export const isWeapp = process.env.TARO_ENV === 'weapp';\n`,
      `import Taro from '@tarojs/taro';\nTaro.getEnv();\n`,
    ],
    'no-restricted-syntax',
  ],
  [
    'what a super-app can do goes through src/platform',
    product,
    [`import Taro from '@tarojs/taro';\nvoid Taro.navigateBack();\n`],
    [
      `import Taro from '@tarojs/taro';\nvoid Taro.getLocation();\n`,
      `import Taro from '@tarojs/taro';\nvoid Taro.setStorageSync('a', 1);\n`,
      `import Taro from '@tarojs/taro';\nvoid Taro.miniGlobal;\n`,
    ],
    'no-restricted-syntax',
  ],
  [
    'there are no barrels',
    'src/components/sheets.ts',
    [`export const one = 1;\n`],
    [`export * from './Sheet';\n`, `export { Sheet } from './Sheet';\n`],
    'no-restricted-syntax',
  ],
  [
    'exports are named',
    'src/components/Sheet.tsx',
    [`export const Sheet = () => null;\n`],
    [`export default () => null;\n`],
    'no-restricted-syntax',
  ],
  [
    'a file has at most 300 lines',
    'src/lib/long.ts',
    ['export const a = 1;\n'.repeat(1) + '\n'.repeat(298)],
    ['export const a = 1;\n' + '\n'.repeat(300)],
    'max-lines',
  ],
  ['work is finished or in an issue', 'src/lib/a.ts', ['// why\n'], ['// TODO later\n'], 'no-warning-comments'],
  [
    'a type is imported as a type',
    'src/lib/a.ts',
    [`import type { A } from './b';\nexport let a: A;\n`],
    [`import { A } from './b';\nexport let a: A;\n`],
    '@typescript-eslint/consistent-type-imports',
  ],
];

const cases = [
  ...importRules.map((rule) => [...rule, 'jishi/layers'] as const),
  ...otherRules.map(([name, file, good, bad, rule]) => [name, file, good, bad, rule] as const),
];
const examples = cases.flatMap(([, file, good, bad]): Example[] => [...good, ...bad].map((code) => ({ file, code })));
let found: string[][];

beforeAll(() => {
  found = lint(examples);
}, 60_000);

test.each(cases)('%s', (_name, file, good, bad, rule) => {
  const complaints = (code: string) => found[examples.findIndex((one) => one.file === file && one.code === code)];
  for (const code of good) expect({ code, complaints: complaints(code) }).toEqual({ code, complaints: [] });
  for (const code of bad) expect({ code, complaints: complaints(code) }).toMatchObject({ code, complaints: [rule] });
});

test('the platform files and app.config.ts may name their super-app', () => {
  const code = `export const isWeapp = process.env.TARO_ENV === 'weapp' && wx.canIUse('x');\n`;
  expect(
    lint([
      { file: 'src/platform/index.weapp.ts', code },
      { file: 'src/app.config.ts', code },
    ]),
  ).toEqual([[], []]);
});
