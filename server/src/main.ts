import { randomBytes } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { buildApp, buildConsoleApp, jobHandlers } from './app';
import type { Context } from './context';
import { startCouponExpiry } from './coupons/jobs';
import { DataFolderInUse, lockDataDir, refuseIfHeld } from './db/lock';
import { seedDemoShop } from './demo/seedDemoShop';
import { prepareFirstOwner, type FirstOwner } from './employees/firstOwner';
import { EnvInvalid, readEnv, type Env } from './env';
import { startJobs } from './jobs';
import { startLayoutUpkeep } from './layouts/jobs';
import { startLevels } from './members/levelJobs';
import { loadEnvFile } from './loadEnvFile';
import { openContext } from './openContext';
import { startNoticeChecks } from './messages/jobs';
import { startExpiry } from './points/jobs';
import { startReconciliation } from './payments/billJobs';
import { waitingRoom } from './web/progress';
import type { Web } from './web/web';

/**
 * Starts the server: listens at once with a page that tells the progress, then locks, migrates and seeds, then
 * serves. Stops gracefully on SIGTERM and SIGINT.
 */
async function main(): Promise<void> {
  loadEnvFile();
  const env = readEnv(process.env);
  const progress = { line: '正在准备数据' };
  const wait = waitingRoom(() => progress.line);
  const handle: Record<'h5' | 'console', RequestListener> = { h5: wait, console: wait };
  // before anything slow: the build may be ready first, and says so once
  const webs = {
    h5: built(env, 'h5', process.env.H5_DIR ?? 'dist/h5'),
    console: built(env, 'console', 'console/dist'),
  };
  if (!env.DATABASE_URL) await refuseIfHeld(env.dataDir);
  const server = createServer((request, response) => handle.h5(request, response));
  const consoleServer = createServer((request, response) => handle.console(request, response));
  const url = await listen(server, env.HOST, env.PORT);
  const consoleUrl = await listen(consoleServer, env.HOST, env.CONSOLE_PORT);
  const controlToken = randomBytes(24).toString('base64url');
  process.stdout.write(`正在 ${url} 等候，准备好就开张\n`);
  const unlock = env.DATABASE_URL
    ? undefined
    : await lockDataDir(env.dataDir, { pid: process.pid, url, token: controlToken });

  const { ctx, close } = await openContext(env);
  const isFirst = await seedDemoShop(ctx, (line) => (progress.line = line));
  const owner = await prepareFirstOwner(ctx);
  const app = await buildApp(ctx, { web: webs.h5, controlToken, serverFactory: () => server });
  const consoleApp = await buildConsoleApp(ctx, { web: webs.console, serverFactory: () => consoleServer });
  await Promise.all([app.ready(), consoleApp.ready()]);
  handle.h5 = (request, response) => app.routing(request, response);
  handle.console = (request, response) => consoleApp.routing(request, response);
  await startReconciliation(ctx);
  await startNoticeChecks(ctx);
  await startLayoutUpkeep(ctx);
  await startCouponExpiry(ctx);
  await startLevels(ctx);
  await startExpiry(ctx);
  const jobs = startJobs(ctx, jobHandlers, (error) => app.log.error({ err: error }, 'job failed'));
  ctx.kickJobs = jobs.kick;
  announce(ctx, { url, consoleUrl: env.isProduction ? env.CONSOLE_URL : consoleUrl }, isFirst, owner);

  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    await Promise.all([app.close(), consoleApp.close()]);
    await jobs.stop();
    await close();
    await unlock?.();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop());
}

/** Answers the address. */
function listen(server: Server, host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(`http://${host}:${(server.address() as AddressInfo).port}`));
  });
}

/** Where a built page is, and whether start.mjs, our parent, is still building it. */
function built(env: Env, name: 'h5' | 'console', folder: string): Web {
  const noun = { h5: '页面', console: '后台' }[name];
  let state: ReturnType<Web['state']> = { isReady: true };
  const isBuilding = !env.isProduction && process.env.BUILDING?.split(' ').includes(name);
  if (isBuilding) state = { isReady: false, line: `正在构建${noun}` };
  process.on('message', (message) => {
    if (message === `${name}:ready`) {
      state = { isReady: true };
      process.stdout.write(`  ${noun}构建好了\n`);
    }
    if (message === `${name}:failed`) state = { isReady: false, line: `${noun}构建失败，请看终端里的错误` };
  });
  return { folder: path.resolve(folder), state: () => state };
}

interface Addresses {
  url: string;
  consoleUrl: string;
}

function announce({ env }: Context, { url, consoleUrl }: Addresses, isFirst: boolean, owner: FirstOwner | null): void {
  const lines = [
    '',
    `  ${env.SHOP_NAME}开张了`,
    `  店铺      ${url}/`,
    `  后台      ${consoleUrl}/`,
    `  接口文档  ${url}/api/docs`,
    `  数据      ${env.DATABASE_URL ? 'PostgreSQL（DATABASE_URL）' : env.dataDir}`,
    ...(env.platformMode === 'fake' ? ['  付款      模拟平台，不会真的扣款'] : []),
    ...(owner?.kind === 'demo' ? [`  后台账号  ${owner.loginName}，密码 ${owner.password}（只显示这一次）`] : []),
    ...(owner?.kind === 'setup' ? [`  还没有店主：打开后台，用一次性口令 ${owner.token} 建立`] : []),
    ...(isFirst ? ['  第一次启动，已摆好一间示例店铺；用 npm run import -- 文件.csv 换上自己的商品'] : []),
    '',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

main().catch((error: unknown) => {
  const isExpected = error instanceof EnvInvalid || error instanceof DataFolderInUse;
  if (isExpected) process.stderr.write(`${error.message}\n`);
  else if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE')
    process.stderr.write(`端口 ${(error as { port?: number }).port} 已被占用，请换一个 PORT（后台是 CONSOLE_PORT）\n`);
  else process.stderr.write(`启动失败：${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
