import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { closure } from './closure';

const root = path.resolve(__dirname, '../..');
const PLATFORMS = ['weapp', 'alipay', 'tt', 'h5'] as const;
type Name = (typeof PLATFORMS)[number];

interface Config {
  pages: string[];
  subPackages: { root: string; pages: string[] }[];
  requiredPrivateInfos?: string[];
  permission?: Record<string, { desc: string }>;
  __usePrivacyCheck__?: boolean;
  usePrivacyCheck?: boolean;
  plugins?: Record<string, { provider: string }>;
}

/** The configuration as a build with these variables reads it. */
function appConfig(env: Record<string, string>): Config {
  const script = `globalThis.defineAppConfig = (config) => config;
    import('./src/app.config.ts').then((module) => process.stdout.write(JSON.stringify(module.default.default ?? module.default)))`;
  const options = { cwd: root, env: { ...process.env, JISHI_GALLERY: '', ...env }, encoding: 'utf8' as const };
  return JSON.parse(execFileSync(process.execPath, ['--import', 'tsx', '-e', script], options)) as Config;
}
const configs = Object.fromEntries(PLATFORMS.map((TARO_ENV) => [TARO_ENV, appConfig({ TARO_ENV })])) as Record<
  Name,
  Config
>;

/** Every text of the door and its buttons on a platform; the table of abilities names what is asked for, not used. */
function doorOf(platform: Name): string {
  const folder = path.join(root, 'src/platform');
  const own = fs.readdirSync(folder).filter((file) => file.includes(`.${platform}.`));
  const texts = closure(
    own.map((file) => `src/platform/${file}`),
    platform,
  );
  texts.delete('src/platform/capabilities.ts');
  return [...texts.values()].join('\n');
}
const uses = (platform: Name, name: string) => new RegExp(`'${name}'`).test(doorOf(platform));

/** WeChat's list for `requiredPrivateInfos` in app.json. */
const PRIVATE_INFOS = [
  'chooseAddress',
  'chooseLocation',
  'choosePoi',
  'getFuzzyLocation',
  'getLocation',
  'onLocationChange',
  'startLocationUpdate',
  'startLocationUpdateBackground',
];

test('WeChat is told of exactly the private interfaces that are used', () => {
  const used = PRIVATE_INFOS.filter((name) => uses('weapp', name));
  expect(used).toContain('chooseAddress');
  expect([...(configs.weapp.requiredPrivateInfos ?? [])].sort()).toEqual(used);
  for (const other of ['alipay', 'tt', 'h5'] as const) expect(configs[other].requiredPrivateInfos).toBeUndefined();
});

test.each(PLATFORMS)('%s says why it wants the location where the host shows it, and only when it does', (platform) => {
  const isShown = (platform === 'weapp' || platform === 'tt') && uses(platform, 'getLocation');
  expect(Object.keys(configs[platform].permission ?? {})).toEqual(isShown ? ['scope.userLocation'] : []);
  for (const { desc } of Object.values(configs[platform].permission ?? {})) {
    expect(desc).toMatch(/^[\p{Script=Han}，]{5,30}$/u);
  }
});

test.each(PLATFORMS)("%s checks for consent where the app's own sheet answers", (platform) => {
  const answers = uses(platform, 'onNeedPrivacyAuthorization');
  expect(answers).toBe(platform === 'weapp' || platform === 'tt');
  expect(configs[platform].__usePrivacyCheck__ ?? false).toBe(platform === 'weapp' && answers);
  expect(configs[platform].usePrivacyCheck ?? false).toBe(platform === 'tt' && answers);
});

test('Douyin gets the plugin of its shop by the id that opens it, unless the goods are virtual', () => {
  const [id] = /tt[0-9a-f]{18}/.exec(doorOf('tt')) ?? [];
  expect(Object.values(configs.tt.plugins ?? {}).map(({ provider }) => provider)).toEqual([id]);
  expect(appConfig({ TARO_ENV: 'tt', TT_GOODS: 'trade' }).plugins).toBeUndefined();
  for (const other of ['weapp', 'alipay', 'h5'] as const) expect(configs[other].plugins).toBeUndefined();
});

describe('a page that uses a private ability', () => {
  const { pages, subPackages } = configs.weapp;
  const all = [...pages, ...subPackages.flatMap((part) => part.pages.map((page) => `${part.root}/${page}`))];
  const PRIVATE = /platform\.(getLocation|chooseAddress|chooseImages|saveImage)\(|<PhoneButton/;
  const private_ = all.filter((page) =>
    [...closure([`src/${page}.tsx`], 'weapp')].some(
      ([file, text]) => !file.startsWith('src/platform/') && PRIVATE.test(text),
    ),
  );

  test('is found', () => {
    expect(private_).toEqual(expect.arrayContaining(['orders/checkout/index', 'orders/addresses/index']));
    expect(private_).not.toContain('pages/home/index');
  });

  test.each(private_)('%s can ask for consent: it draws the PrivacySheet', (page) => {
    const texts = [...closure([`src/${page}.tsx`], 'weapp')];
    expect(
      texts.some(([file, text]) => file !== 'src/components/PrivacySheet.tsx' && text.includes('<PrivacySheet')),
    ).toBe(true);
  });
});
