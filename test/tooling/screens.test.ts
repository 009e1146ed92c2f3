import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { consoleGaps, consoleScreens } from '../../scripts/screens/consoleScreens';
import { writeList } from '../../scripts/screens/document';
import { screens } from '../../scripts/screens/list';
import { gapsIn } from '../../scripts/screens/needs';
import { PAGE_PATHS } from '../../scripts/screens/pagePaths';

const root = path.resolve(__dirname, '../..');

/** The configuration as a build with these variables reads it. */
function appConfig(env: Record<string, string>): { subPackages: { root: string }[]; themeLocation?: string } {
  const script = `globalThis.defineAppConfig = (config) => config;
    import('./src/app.config.ts').then((module) => process.stdout.write(JSON.stringify(module.default.default ?? module.default)))`;
  const output = execFileSync(process.execPath, ['--import', 'tsx', '-e', script], {
    cwd: root,
    env: { ...process.env, JISHI_GALLERY: '', ...env },
    encoding: 'utf8',
  });
  return JSON.parse(output) as ReturnType<typeof appConfig>;
}
const hasGallery = (env: Record<string, string>) =>
  appConfig(env).subPackages.some(({ root: name }) => name === 'gallery');

test('every page is shown in every state it has', () => {
  expect(Object.keys(PAGE_PATHS).length).toBeGreaterThan(15);
  expect(gapsIn(screens)).toEqual([]);
});

test('every page of the console is shown, and one that is not is named', () => {
  const source = readFileSync(path.join(root, 'console/src/Pages.tsx'), 'utf8');
  expect(consoleGaps(consoleScreens, source)).toEqual([]);
  const without = consoleScreens.filter(({ name }) => name !== 'console-stores');
  expect(consoleGaps(without, source)).toEqual(["the console's /stores is not shown filled"]);
});

test('a page that nobody took a picture of is named', () => {
  const without = screens.filter(({ page, kind }) => !(page === 'cart' && kind === 'empty'));
  expect(gapsIn(without)).toEqual(['cart is not shown empty']);
  expect(gapsIn([...screens, screens[0]!])).toEqual([`two screens are ${screens[0]!.name}`]);
});

test('the document lists each screen once', () => {
  const text = writeList('# Screens\n<!-- screens -->\nwhat it said before\n<!-- /screens -->\n', screens);
  for (const { name } of screens) expect(text.split(`| ${name}.png | `)).toHaveLength(2);
  expect(text).not.toContain('what it said before');
  expect(text).toContain(screens[0]!.look);
});

test('no package that is shipped has the gallery, and development has it', () => {
  for (const TARO_ENV of ['weapp', 'alipay', 'tt', 'h5']) {
    expect(hasGallery({ NODE_ENV: 'production', TARO_ENV })).toBe(false);
  }
  expect(hasGallery({ NODE_ENV: 'development', TARO_ENV: 'h5' })).toBe(true);
  expect(hasGallery({ NODE_ENV: 'production', TARO_ENV: 'h5', JISHI_GALLERY: 'on' })).toBe(true);
});

test('WeChat alone is given colours by name', () => {
  expect(appConfig({ TARO_ENV: 'weapp' }).themeLocation).toBe('theme.json');
  expect(JSON.stringify(appConfig({ TARO_ENV: 'alipay' }))).not.toContain('"@');
});
