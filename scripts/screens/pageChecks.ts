import path from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import type { Fault, TextBox } from '../../test/support/screen/fault';
import { root } from '../lib/run';
import { contrastFaults } from './contrast';

/** What test/support/screen/inPage.ts offers inside the page. */
type Calls = {
  faults(): Fault[];
  textBoxes(): TextBox[];
  hideTexts(isHidden: boolean): void;
  scrollOn(): boolean;
  arePicturesHere(): boolean;
  stopCarousels(): void;
};

let script: Promise<string> | undefined;

/** Bundled here, because a page can load neither TypeScript nor the functions of another process. */
function inPageScript(): Promise<string> {
  script ??= build({
    entryPoints: [path.join(root, 'test', 'support', 'screen', 'inPage.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'screenChecks',
    logLevel: 'error',
  }).then(({ outputFiles }) => `${outputFiles[0]!.text};globalThis.screenChecks = screenChecks;`);
  return script;
}

export async function call<N extends keyof Calls>(
  page: Page,
  name: N,
  ...args: Parameters<Calls[N]>
): Promise<ReturnType<Calls[N]>> {
  const isLoaded = await page.evaluate('typeof screenChecks === "object"');
  if (!isLoaded) await page.evaluate(await inPageScript());
  return page.evaluate(`screenChecks.${name}(${args.map((arg) => JSON.stringify(arg)).join(',')})`);
}

const shot = (page: Page) => page.screenshot({ animations: 'disabled', caret: 'hide' });

/** Faults of what the window shows now, contrast included. */
export async function faultsInWindow(page: Page): Promise<Fault[]> {
  const faults = await call(page, 'faults');
  const texts = await call(page, 'textBoxes');
  await call(page, 'hideTexts', true);
  const ground = await shot(page);
  await call(page, 'hideTexts', false);
  return [...faults, ...(await contrastFaults(texts, ground))];
}

/** Faults of the whole page, by scrolling through it; `most` windows at the most. Ends where it began or lower. */
export async function faultsOf(page: Page, most = 4): Promise<Fault[]> {
  const found: Fault[] = [];
  for (let window = 0; window < most; window++) {
    found.push(...(await faultsInWindow(page)));
    if (!(await call(page, 'scrollOn'))) break;
    await settle(page);
  }
  const unique = new Map(found.map((fault) => [`${fault.kind} ${fault.element}`, fault]));
  return [...unique.values()];
}

/** Waits until the pictures in the window have come or failed, and the page was drawn once more. */
export async function settle(page: Page): Promise<void> {
  for (let tries = 0; tries < 40 && !(await call(page, 'arePicturesHere')); tries++) await page.waitForTimeout(100);
  await call(page, 'stopCarousels');
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
}
