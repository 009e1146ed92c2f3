// `npm start`. In production: runs the bundle and builds nothing. Otherwise: starts the server from its sources at
// once, and meanwhile builds what is missing or older than its sources.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isStale } from './stale.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
// before NODE_ENV is asked for: it may stand there
if (process.env.NODE_ENV !== 'test' && existsSync(path.join(root, '.env')))
  process.loadEnvFile(path.join(root, '.env'));
const isProduction = process.env.NODE_ENV === 'production';
const bundle = path.join(root, 'server', 'dist', 'main.js');

if (isProduction && !existsSync(bundle)) {
  console.error('没有找到 server/dist/main.js：请先运行 npm run build');
  process.exit(1);
}
const stale = isProduction ? [] : ['h5', 'console'].filter(isStale);
const args = isProduction ? [bundle] : ['--import', 'tsx', path.join(root, 'server', 'src', 'main.ts')];
const server = spawn(process.execPath, args, {
  cwd: root,
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  env: { ...process.env, BUILDING: stale.join(' ') },
});

const builds = stale.map((target) => {
  const build = spawn(process.execPath, ['--import', 'tsx', path.join(root, 'scripts', 'build.ts'), target], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return build.on('exit', (code) => server.connected && server.send(`${target}:${code === 0 ? 'ready' : 'failed'}`));
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code, signal) => {
  builds.forEach((build) => build.kill());
  process.exit(code ?? (signal ? 1 : 0));
});
