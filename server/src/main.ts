import { randomBytes } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import path from 'node:path';
import { buildApp, jobHandlers } from './app';
import type { Context } from './context';
import { DataFolderInUse, lockDataDir, refuseIfHeld } from './db/lock';
import { seedDemoShop } from './demo/seedDemoShop';
import { prepareFirstOwner, type FirstOwner } from './employees/firstOwner';
import { EnvInvalid, readEnv, type Env } from './env';
import { startJobs } from './jobs';
import { openContext } from './openContext';
import { waitingRoom } from './web/progress';
import type { Web } from './web/web';

/**
 * Starts the server: listens at once with a page that tells the progress, then locks, migrates and seeds, then
 * serves. Stops gracefully on SIGTERM and SIGINT.
 */
async function main(): Promise<void> {
  const env = readEnv(process.env);
  const progress = { line: '正在准备数据' };
  let handle: RequestListener = waitingRoom(() => progress.line);
  // before anything slow: the build may be ready first, and says so once
  const web = h5(env);
  if (!env.DATABASE_URL) await refuseIfHeld(env.dataDir);
  const server = createServer((request, response) => handle(request, response));
  await listen(server, env);
  const controlToken = randomBytes(24).toString('base64url');
  const url = `http://${env.HOST}:${(server.address() as { port: number }).port}`;
  process.stdout.write(`正在 ${url} 等候，准备好就开张\n`);
  const unlock = env.DATABASE_URL
    ? undefined
    : await lockDataDir(env.dataDir, { pid: process.pid, url, token: controlToken });

  const { ctx, close } = await openContext(env);
  const isFirst = await seedDemoShop(ctx, (line) => (progress.line = line));
  const owner = await prepareFirstOwner(ctx);
  const app = await buildApp(ctx, { web, controlToken, serverFactory: () => server });
  await app.ready();
  handle = (request, response) => app.routing(request, response);
  const jobs = startJobs(ctx, jobHandlers, (error) => app.log.error({ err: error }, 'job failed'));
  ctx.kickJobs = jobs.kick;
  announce(ctx, url, isFirst, owner);

  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    await app.close();
    await jobs.stop();
    await close();
    await unlock?.();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop());
}

function listen(server: Server, env: Env): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(env.PORT, env.HOST, resolve);
  });
}

/** Where the built storefront is, and whether start.mjs, our parent, is still building it. */
function h5(env: Env): Web {
  let state: ReturnType<Web['state']> = { isReady: true };
  if (!env.isProduction && process.env.H5_STATE === 'building') state = { isReady: false, line: '正在构建页面' };
  process.on('message', (message) => {
    if (message === 'h5:ready') {
      state = { isReady: true };
      process.stdout.write('  页面构建好了\n');
    }
    if (message === 'h5:failed') state = { isReady: false, line: '页面构建失败，请看终端里的错误' };
  });
  return { folder: path.resolve(process.env.H5_DIR ?? 'dist/h5'), state: () => state };
}

function announce({ env }: Context, url: string, isFirst: boolean, owner: FirstOwner | null): void {
  const lines = [
    '',
    `  ${env.SHOP_NAME}开张了`,
    `  店铺      ${url}/`,
    `  接口文档  ${url}/api/docs`,
    `  数据      ${env.DATABASE_URL ? 'PostgreSQL（DATABASE_URL）' : env.dataDir}`,
    ...(env.platformMode === 'fake' ? ['  付款      模拟平台，不会真的扣款'] : []),
    ...(owner?.kind === 'demo' ? [`  后台账号  ${owner.loginName}，密码 ${owner.password}（只显示这一次）`] : []),
    ...(owner?.kind === 'setup' ? [`  还没有店主：凭一次性口令 ${owner.token} 建立（POST /admin/owner）`] : []),
    ...(isFirst ? ['  第一次启动，已摆好一间示例店铺；用 npm run import -- 文件.csv 换上自己的商品'] : []),
    '',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

main().catch((error: unknown) => {
  const isExpected = error instanceof EnvInvalid || error instanceof DataFolderInUse;
  if (isExpected) process.stderr.write(`${error.message}\n`);
  else if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE')
    process.stderr.write('端口已被占用，请换一个 PORT\n');
  else process.stderr.write(`启动失败：${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
