import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { MiniProgram } from './engine/miniProgram';
import type { Platform } from './engine/protocol';

const made: string[] = [];

/** Writes a package to a temporary folder; `removePackages` deletes them all. */
export function writePackage(files: Record<string, string | Buffer>): string {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'mini-'));
  made.push(dir);
  for (const [name, content] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(dir, name)), { recursive: true });
    fs.writeFileSync(path.join(dir, name), content);
  }
  return dir;
}

export function removePackages(): void {
  for (const dir of made.splice(0)) fs.rmSync(dir, { recursive: true, force: true });
}

/** A picture of one pixel. */
export const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A WeChat package of one page. `js` is the page's definition, `{ onLoad() {…} }`. */
export const onePage = (page: { wxml?: string; js?: string; wxss?: string; more?: Record<string, string | Buffer> }) =>
  writePackage({
    'app.json': JSON.stringify({ pages: ['pages/one/index'] }),
    'app.js': 'App({})',
    'pages/one/index.json': '{}',
    'pages/one/index.wxml': page.wxml ?? '<view>内容</view>',
    'pages/one/index.wxss': page.wxss ?? '',
    'pages/one/index.js': `Page(${page.js ?? '{}'})`,
    ...page.more,
  });

const DIALECTS = {
  weapp: { template: 'wxml', tap: 'bindtap', native: 'wx' },
  alipay: { template: 'axml', tap: 'onTap', native: 'my' },
  tt: { template: 'ttml', tap: 'bindtap', native: 'tt' },
} as const;

/**
 * A package with one button per entry of `sources`. A button runs its source, the body of an async function of
 * `native`, and shows what that returns or rejects with. `call(name, params)` of a source turns callbacks into a promise.
 */
export function probePackage(platform: Platform, sources: Record<string, string>): string {
  const { template, tap, native } = DIALECTS[platform];
  const names = Object.keys(sources);
  const buttons = names.map((name, index) => `<button ${tap}="go${index}">${name}</button>`);
  const handlers = names.map((name, index) => `go${index}() { this.run(async () => { ${sources[name]} }) }`);
  return writePackage({
    'app.json': JSON.stringify({ pages: ['pages/one/index'] }),
    'app.js': 'App({ onLaunch(options) { this.launch = options } })',
    'pages/one/index.json': '{}',
    [`pages/one/index.${template}`]: `${buttons.join('')}<view id="out">{{out}}</view>`,
    'pages/one/index.js': `
      const native = ${native}
      const call = (name, params) => new Promise((resolve, reject) =>
        native[name](Object.assign({}, params, { success: resolve, fail: reject })))
      let turn = 0
      Page({
        data: { out: '' },
        run(source) {
          const show = (out) => this.setData({ out: '第' + ++turn + '次' + JSON.stringify(out) + '。' })
          source().then((value) => show({ value }), (error) => show({ error }))
        },
        ${handlers.join(',')}
      })`,
  });
}

export interface Outcome {
  value?: unknown;
  error?: unknown;
}

/** Taps the buttons of a probe package one by one. */
export function prober(mini: MiniProgram): (name: string, before?: () => Promise<void>) => Promise<Outcome> {
  let turn = 0;
  return async (name, before) => {
    turn += 1;
    await mini.tap(name);
    await before?.();
    await mini.waitText(`第${turn}次`);
    const shown = await mini.text('#out');
    return JSON.parse(shown.slice(shown.indexOf('{'), -1)) as Outcome;
  };
}
