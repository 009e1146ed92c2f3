import path from 'node:path';
import type { Browser } from 'playwright-core';
import { compile } from './compile';
import { serveHost } from './hostServer';
import { MiniProgram } from './miniProgram';
import { Network, type Faults } from './network';
import { normalize } from './normalize';
import { readPackage } from './packageFiles';
import type { Launch, Platform } from './protocol';
import { Answers, type Script } from './script';
import { connect, type Session } from './session';

export interface OpenOptions extends Launch {
  /** The caller's browser; it stays open when the mini-program closes. */
  browser: Browser;
  viewport?: { width: number; height: number };
  /** Under which the super-app runs the package; its developer tool's own when absent. */
  appId?: string;
  /** Storage values the package finds on its first start. */
  storage?: Record<string, unknown>;
  script?: Partial<Script>;
  network?: Faults;
  /** Where requests to an origin really go, e.g. `{ 'http://localhost:3000': 'http://127.0.0.1:41523' }`. */
  origins?: Record<string, string>;
  /** Slows the processor down by this factor. */
  cpu?: number;
  /** ms that taps and waits may take; 8000 by default. */
  timeout?: number;
}

const VIEWPORT = { width: 375, height: 812 };

/**
 * Starts the package in `dist` as the super-app of `platform` would, and resolves once its first page is there. A
 * package that cannot start resolves too: `problems()` says why.
 */
export async function open(dist: string, platform: Platform, options: OpenOptions): Promise<MiniProgram> {
  const files = normalize(readPackage(path.resolve(dist)), platform);
  const bundle = compile(files, platform);
  const network = new Network(options.origins);
  network.setFaults(options.network ?? {});
  const server = await serveHost(files, bundle, network);
  server.launch = {
    path: options.path,
    query: options.query,
    scene: options.scene,
    storage: options.storage,
    appId: options.appId,
  };
  const answers = new Answers();
  answers.extend(options.script ?? {});
  const context = await options.browser.newContext({
    viewport: options.viewport ?? VIEWPORT,
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  const timeout = options.timeout ?? 8000;
  page.setDefaultTimeout(timeout);
  const session: Session = {
    page,
    context,
    server,
    network,
    answers,
    compileWarnings: bundle.warnings,
    lostPictures: [],
    browserErrors: [],
    timeout,
  };
  await connect(session);
  if (options.cpu) {
    const client = await context.newCDPSession(page);
    await client.send('Emulation.setCPUThrottlingRate', { rate: options.cpu });
  }
  const mini = new MiniProgram(session);
  await mini.start();
  return mini;
}
