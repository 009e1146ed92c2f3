import type { Locator, Page } from 'playwright-core';
import { faultyNetwork } from '../support/faults';
import type { Regular } from '../support/regular';
import type { Phone } from './h5';

export function seen(page: Page, text: string): Locator {
  return page.getByText(text, { exact: true }).filter({ visible: true }).first();
}

/** A regular's phone whose network can fail and whose clock can be turned; `crashes` are errors nobody caught. */
export async function enterWith(open: (url: string) => Promise<Phone>, url: string, regular: Regular, path = '') {
  // an answer of the same origin that is no page, so that the network stands before the app does
  const { page, context } = await open(`${url}/api/shop`);
  const crashes: string[] = [];
  page.on('pageerror', (error) => crashes.push(error.message));
  const net = await faultyNetwork(context);
  await page.evaluate((session) => localStorage.setItem('jishi.session', session), regular.session);
  await page.clock.install();
  if (path) await page.goto(`${url}/#/${path}`);
  return { page, net, crashes };
}
