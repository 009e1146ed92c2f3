import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

// Nothing phones home, and nothing waits for a graphics card or a sandbox that a container does not have.
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const INSTALLED: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: ['/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/usr/bin/chromium', '/usr/bin/chromium-browser'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].map(
    (folder) => `${process.env[folder]}\\Google\\Chrome\\Application\\chrome.exe`,
  ),
};

let found: string | null | undefined;

/**
 * The path of a browser: `CHROME`, else an installed Chrome or Chromium, else the one packed in @sparticuz/chromium on
 * Linux x64, else null, so that the caller can skip loudly. With `CI` set a missing browser is an error.
 */
export function findChrome(): string | null {
  if (found === undefined) found = search();
  if (found === null && process.env.CI) throw new Error('No Chrome or Chromium found; set CHROME to its path.');
  return found;
}

function search(): string | null {
  const named = process.env.CHROME;
  if (named) {
    if (!fs.existsSync(named)) throw new Error(`CHROME names ${named}, which does not exist.`);
    return named;
  }
  const installed = (INSTALLED[process.platform] ?? []).find((file) => fs.existsSync(file));
  if (installed) return installed;
  return process.platform === 'linux' && process.arch === 'x64' ? unpackChromium() : null;
}

function unpackChromium(): string | null {
  // A child process, because the package is an ES module and jest cannot import one. The variable makes it unpack
  // its own copies of the libraries that a bare system lacks; it is read when the package loads.
  const print =
    "import('@sparticuz/chromium').then((m) => m.default.executablePath()).then((p) => process.stdout.write(p))";
  try {
    return execFileSync(process.execPath, ['-e', print], {
      cwd: __dirname,
      encoding: 'utf8',
      env: { ...process.env, AWS_EXECUTION_ENV: process.env.AWS_EXECUTION_ENV ?? 'AWS_Lambda_nodejs20.x' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } catch (error) {
    console.warn(`@sparticuz/chromium could not be unpacked: ${(error as Error).message}`);
    return null;
  }
}

/** Starts a headless browser; the caller closes it. */
export function launchChrome(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, headless: true, args: ARGS });
}
