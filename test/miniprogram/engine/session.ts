import type { BrowserContext, Page } from 'playwright-core';
import type { HostServer } from './hostServer';
import type { Network } from './network';
import type { NativeQuestion } from './protocol';
import type { Answers } from './script';

export interface Session {
  page: Page;
  context: BrowserContext;
  server: HostServer;
  network: Network;
  answers: Answers;
  compileWarnings: string[];
  /** URL and reason of pictures that the network lost, wherever they are used. */
  lostPictures: { url: string; reason: string }[];
  browserErrors: string[];
  timeout: number;
}

/** Lets the browser side reach Node, and Node see what the browser alone knows. */
export async function connect(session: Session): Promise<void> {
  const { page, context, server, network, answers } = session;
  await page.exposeFunction('__mpAsk', (question: NativeQuestion) => answers.answer(question));
  await context.route(
    (url) => url.protocol.startsWith('http') && url.origin !== server.origin,
    (route) => network.fetchResource(route),
  );
  const lose = (url: string, reason: string) => {
    if (!network.lostPictures.has(url)) session.lostPictures.push({ url, reason });
  };
  page.on('response', (response) => {
    if (response.request().resourceType() === 'image' && response.status() >= 400) {
      lose(response.url(), `was answered ${response.status()}`);
    }
  });
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? 'failed';
    // a picture the page no longer wants is no fault
    if (request.resourceType() === 'image' && reason !== 'net::ERR_ABORTED') lose(request.url(), reason);
  });
  page.on('crash', () => session.browserErrors.push('the browser page crashed'));
}
