import path from 'node:path';
import { buildConsoleApp } from '../../server/src/app';
import { createEmployee } from '../../server/src/employees/employees';
import { freePort } from './freePort';
import { smallShop, type SmallShop } from './smallShop';

export interface ConsoleShop extends SmallShop {
  /** The console's own origin. */
  consoleUrl: string;
}

export const PASSWORD = 'a long password';

/** The small shop and its console, each on a port of its own, with an owner `owner` and a marketer `marketer`. */
export async function consoleShop(): Promise<ConsoleShop> {
  // both addresses must be known before either app is made: each names the other in its policy
  const [port, consolePort] = [await freePort(), await freePort()];
  const consoleUrl = `http://127.0.0.1:${consolePort}`;
  const shop = await smallShop({
    PORT: String(port),
    CONSOLE_PORT: String(consolePort),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    CONSOLE_URL: consoleUrl,
  });
  for (const [loginName, name, role] of [
    ['owner', '顾清和', 'owner'],
    ['marketer', '韩述', 'marketer'],
  ] as const) {
    await createEmployee(shop.ctx, { loginName, password: PASSWORD, name, role });
  }
  const folder = process.env.CONSOLE_DIR ?? path.resolve(__dirname, '../../console/dist');
  const app = await buildConsoleApp(shop.ctx, { web: { folder, state: () => ({ isReady: true }) } });
  await app.listen({ port: consolePort, host: '127.0.0.1' });
  return {
    ...shop,
    consoleUrl,
    async close() {
      await app.close();
      await shop.close();
    },
  };
}
