// `npm run dev`: the server with reload (PORT, 3000), in front of it Taro's dev server of the H5 storefront (10086) and
// Vite's of the console (10087).
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const bin = (name) => path.join(root, 'node_modules', '.bin', name);
const run = (command, args, env) =>
  spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });

const children = [
  run(bin('tsx'), ['watch', 'server/src/main.ts'], {}),
  run('npm', ['exec', '--workspace', 'console', '--', 'vite'], {}),
  run(bin('taro'), ['build', '--type', 'h5', '--no-check', '--watch'], { NODE_ENV: 'development' }),
];
const stop = () => children.forEach((child) => child.kill());
for (const child of children) child.on('exit', stop);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop);
