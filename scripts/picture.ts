/** `npm run picture`: the README's picture of the home page, taken of a freshly seeded demo shop at 375×812. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { findChrome, launchChrome } from '../test/support/chrome';
import { startServerOrThrow } from '../server/test/support/serverProcess';
import { buildTargets } from './lib/buildTargets';
import { root } from './lib/run';

async function main(): Promise<void> {
  const chrome = findChrome();
  if (!chrome) throw new Error('No Chrome or Chromium: set CHROME to its path.');
  await buildTargets(['h5']);
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'jishi-picture-'));
  const server = await startServerOrThrow({ DATA_DIR: dataDir, DEMO_SHOP: 'on' });
  const browser = await launchChrome(chrome);
  try {
    const page = await browser.newPage({
      viewport: { width: 375, height: 812 },
      deviceScaleFactor: 2,
      isMobile: true,
      hasTouch: true,
    });
    await page.goto(server.url, { waitUntil: 'networkidle' });
    await page.screenshot({ path: path.join(root, 'docs', 'home.png') });
  } finally {
    await browser.close();
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
