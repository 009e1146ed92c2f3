import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { lint } from './lint';

const code = 'export const a = 1;\n';

const names: [string, string[], string[]][] = [
  [
    'no folder or file has a name that says nothing',
    ['src/lib/money.ts', 'src/platform/types.ts'],
    ['src/utils/money.ts', 'src/mall/hooks/useCart.ts', 'server/src/common/a.ts', 'contract/src/constants.ts'],
  ],
  [
    'base names have no dots',
    ['src/lib/pay.ts', 'src/lib/pay.weapp.ts', 'src/pages/home/index.config.ts'],
    ['src/lib/pay.service.ts', 'src/lib/pay.service.weapp.ts', 'server/src/orders/place.order.ts'],
  ],
  [
    'components are PascalCase.tsx and the rest is camelCase',
    ['src/components/PriceTag.tsx', 'src/lib/showError.ts'],
    ['src/components/priceTag.tsx', 'src/lib/ShowError.ts', 'src/lib/show-error.ts', 'src/lib/show_error.ts'],
  ],
  [
    'index is for Taro pages, platform and blocks',
    ['src/mall/product/index.tsx', 'src/platform/index.weapp.ts', 'src/blocks/index.ts'],
    ['src/components/index.ts', 'src/lib/index.ts', 'server/src/orders/index.ts', 'contract/src/index.ts'],
  ],
];

const text = (file: string) => (file.endsWith('config.ts') ? 'export default {};\n' : code);
const files = names.flatMap(([, good, bad]) => [...good, ...bad]);
let found: Map<string, string[]>;

beforeAll(() => {
  const complaints = lint(files.map((file) => ({ file, code: text(file) })));
  found = new Map(files.map((file, index) => [file, complaints[index]!]));
}, 60_000);

test.each(names)('%s', (_name, good, bad) => {
  const complaints = [...good, ...bad].map((file) => [file, found.get(file)]);
  expect(complaints).toEqual([...good.map((file) => [file, []]), ...bad.map((file) => [file, ['jishi/names']])]);
});

describe('platform twins', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'twins-'));
  afterAll(() => fs.rmSync(folder, { recursive: true }));

  test('share one extension', () => {
    const platform = path.join('src', 'platform');
    fs.mkdirSync(path.join(folder, platform), { recursive: true });
    const put = (name: string) => {
      fs.writeFileSync(path.join(folder, platform, name), code);
      return { file: path.join(platform, name), code };
    };
    const alike = [put('Pay.weapp.tsx'), put('Pay.tt.tsx')];
    const mixed = [put('Live.weapp.tsx'), put('Live.tt.ts')];
    const complaints = lint([...alike, ...mixed], folder);
    expect(complaints.map((rules) => rules.includes('jishi/names'))).toEqual([false, false, true, true]);
  });
});
