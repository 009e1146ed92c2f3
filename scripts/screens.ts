/**
 * `npm run screens [part of a name …]`: takes a picture of every page in every state into `screens/`, the shop's at
 * 375×812 and the console's at 1440×900, and fails on what a person would stumble over. The list in docs/screens.md is
 * written from the same screens. `--built` takes the page as it was built the last time.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { format } from 'prettier';
import type { Browser } from 'playwright-core';
import { findChrome, launchChrome } from '../test/support/chrome';
import { freePort } from '../test/support/freePort';
import { startServerOrThrow } from '../server/test/support/serverProcess';
import { buildGallery } from './lib/buildStorefront';
import { buildTargets } from './lib/buildTargets';
import { root } from './lib/run';
import { consoleGaps, consoleScreens } from './screens/consoleScreens';
import { writeList } from './screens/document';
import { screens } from './screens/list';
import { gapsIn } from './screens/needs';
import type { Screen } from './screens/screen';
import { setStage, type Stage } from './screens/stage';
import { visit, type Visit } from './screens/visit';
import { signInOwner, visitConsole } from './screens/visitConsole';
import { isStale } from './stale.mjs';

const PHONES = 3;

async function main(args: string[]): Promise<void> {
  const started = Date.now();
  const names = args.filter((arg) => !arg.startsWith('--'));
  const consolePages = await readFile(path.join(root, 'console/src/Pages.tsx'), 'utf8');
  const gaps = [...gapsIn(screens), ...consoleGaps(consoleScreens, consolePages)];
  if (gaps.length > 0) throw new Error(gaps.join('\n'));
  const chrome = findChrome();
  if (!chrome) throw new Error('No Chrome or Chromium: set CHROME to its path.');
  const isWanted = ({ name }: { name: string }) => names.length === 0 || names.some((part) => name.includes(part));
  const wanted = screens.filter(isWanted);
  const desks = consoleScreens.filter(isWanted);
  if (desks.length > 0 && isStale('console')) await buildTargets(['console']);
  const page = await buildGallery(args.includes('--built'));
  const folder = path.join(root, 'screens');
  if (names.length === 0) await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });

  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'jishi-screens-'));
  // the preview in the console's frame names the shop's address
  const [PORT, CONSOLE_PORT] = [String(await freePort()), String(await freePort())];
  const server = await startServerOrThrow({ PORT, CONSOLE_PORT, DATA_DIR: dataDir, DEMO_SHOP: 'on', H5_DIR: page });
  const browser = await launchChrome(chrome);
  try {
    const owner = ownerIn(server.output());
    const stage = await setStage(server.url, owner);
    const visits = await visitAll(browser, stage, wanted, folder);
    const consoleUrl = /后台\s+(http:\/\/\S+?)\/\s/.exec(server.output())![1]!;
    const cookies = desks.length > 0 ? await signInOwner(browser, consoleUrl, owner) : [];
    const faultyDesks = [];
    for (const screen of desks) {
      const { faults } = await visitConsole({ browser, stage, consoleUrl, cookies, folder }, screen);
      if (faults.length > 0) faultyDesks.push(`${screen.name}: ${faults.join('; ')}`);
    }
    if (names.length === 0) await writeDocument();
    report(visits, faultyDesks, desks.length, Date.now() - started);
  } finally {
    await browser.close();
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** The demo shop tells its owner's password once, where it starts. */
function ownerIn(output: string): { loginName: string; password: string } {
  const [, loginName, password] = /后台账号\s+(\S+)，密码 (\S+?)（/.exec(output) ?? [];
  if (!loginName || !password) throw new Error(`no owner was announced:\n${output}`);
  return { loginName, password };
}

async function visitAll(browser: Browser, stage: Stage, wanted: readonly Screen[], folder: string): Promise<Visit[]> {
  const queue = [...wanted];
  const visits: Visit[] = [];
  const phone = async () => {
    for (let screen = queue.shift(); screen; screen = queue.shift()) {
      visits.push(await visit(browser, stage, screen, folder));
    }
  };
  await Promise.all(Array.from({ length: PHONES }, phone));
  return visits.sort((a, b) => wanted.indexOf(a.screen) - wanted.indexOf(b.screen));
}

async function writeDocument(): Promise<void> {
  const file = path.join(root, 'docs', 'screens.md');
  const text = writeList(await readFile(file, 'utf8'), screens, consoleScreens);
  await writeFile(file, await format(text, { parser: 'markdown', singleQuote: true, printWidth: 120 }));
}

/** One paragraph a fault, with the screens that have it: a fault of a component is found on many. */
function report(visits: readonly Visit[], faultyDesks: readonly string[], desks: number, milliseconds: number): void {
  const places = new Map<string, string[]>();
  for (const { screen, faults } of visits) {
    for (const { kind, element, measured } of faults) {
      const line = `${kind}: ${element}: ${measured}`;
      places.set(line, [...(places.get(line) ?? []), screen.name]);
    }
  }
  for (const [line, names] of [...places].sort()) console.error(`${line}\n  in ${names.join(', ')}\n`);
  const seconds = (milliseconds / 1000).toFixed(0);
  for (const line of faultyDesks) console.error(`${line}\n`);
  const faulty = visits.filter(({ faults }) => faults.length > 0).length + faultyDesks.length;
  console.log(`${visits.length + desks} screens in screens/, ${faulty} with faults, ${seconds} s`);
  if (faulty > 0) process.exitCode = 1;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
