import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { node, bin } from '../../scripts/lib/run';
import { makeWorkingCopy } from '../../scripts/lib/workingCopy';
import { FULL_ENV } from '../../server/test/support/merchantEnv';

const root = path.join(__dirname, '..', '..');
const read = (name: string) => fs.readFileSync(path.join(root, name), 'utf8');
const dockerfile = read('Dockerfile');
const lines = dockerfile.replaceAll('\\\n', ' ').split('\n');
const words = (kind: string) =>
  lines.filter((line) => line.startsWith(`${kind} `)).map((line) => line.split(/\s+/).slice(1));
/** `COPY a b c to/` of the stage with the sources, or of the last one. */
const copied = (isFromBuild: boolean) =>
  words('COPY')
    .filter(([first]) => (first === '--from=build') === isFromBuild && !first!.startsWith('--from=packages'))
    .flatMap((parts) => parts.filter((part) => !part.startsWith('--')).slice(0, -1));

let copy: ReturnType<typeof makeWorkingCopy>;
let image: string;

/** The last stage of the Dockerfile, put together by hand: what was built, two packages, and nothing else. */
beforeAll(async () => {
  copy = makeWorkingCopy();
  const build = await node(bin('tsx', 'dist/cli.mjs'), ['scripts/build.ts', 'server'], { cwd: copy.folder });
  if (build.code !== 0) throw new Error(build.output);
  for (const [folder, name] of [
    ['dist/h5', '集市'],
    ['console/dist', '集市后台'],
  ] as const) {
    fs.mkdirSync(path.join(copy.folder, folder), { recursive: true });
    fs.writeFileSync(path.join(copy.folder, folder, 'index.html'), `<title>${name}</title>`);
  }
  image = fs.mkdtempSync(path.join(os.tmpdir(), 'jishi-image-'));
  for (const source of copied(true)) {
    const name = path.relative('/app', source);
    fs.cpSync(path.join(copy.folder, name), path.join(image, name), { recursive: true });
  }
  for (const name of ['@electric-sql/pglite', 'sharp']) {
    fs.mkdirSync(path.dirname(path.join(image, 'node_modules', name)), { recursive: true });
    fs.symlinkSync(path.join(root, 'node_modules', name), path.join(image, 'node_modules', name));
  }
}, 120_000);
afterAll(() => {
  copy.remove();
  fs.rmSync(image, { recursive: true, force: true });
});

interface Ended {
  code: number | null;
  output: string;
}

/** Runs a file of the image as the container does, until it ends or says `until`. */
function run(
  file: string,
  args: string[],
  env: Record<string, string>,
  until?: RegExp,
): Promise<Ended & { stop(): Promise<Ended> }> {
  const child = spawn(process.execPath, [file, ...args], {
    cwd: image,
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: '0',
      CONSOLE_PORT: '0',
      ...env,
    } as unknown as NodeJS.ProcessEnv,
  });
  let output = '';
  const ended = new Promise<Ended>((resolve) => child.once('close', (code) => resolve({ code, output })));
  return new Promise((resolve) => {
    const stop = () => {
      child.kill('SIGTERM');
      return ended;
    };
    const hear = (chunk: Buffer) => {
      output += chunk.toString();
      if (until?.test(output)) resolve({ code: null, output, stop });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void ended.then((end) => resolve({ ...end, stop }));
  });
}

test('every file that the image is made of is there, and nothing that it needs is kept from it', () => {
  const ignored = read('.dockerignore').split('\n').filter(Boolean);
  for (const source of copied(false).filter((name) => name !== '.')) {
    expect(fs.existsSync(path.join(root, source))).toBe(true);
    expect(ignored).not.toContain(source);
  }
  for (const name of ['scripts', 'src', 'config', 'contract', 'server', 'server/migrations', 'console']) {
    expect(fs.existsSync(path.join(root, name))).toBe(true);
    expect(ignored).not.toContain(name);
  }
});

test('every command of the image and of docs/deploy.md exists', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  for (const name of ['Dockerfile', 'docs/deploy.md', 'compose.yaml']) {
    for (const [, script] of read(name).matchAll(/npm run ([\w:]+)/g)) expect(Object.keys(scripts)).toContain(script);
    for (const [, file] of read(name).matchAll(/server\/dist\/(\w+\.js)/g)) {
      expect(fs.existsSync(path.join(copy.folder, 'server', 'dist', file!))).toBe(true);
    }
  }
});

test('the image runs as nobody special, in production, and asks itself whether it is ready', () => {
  expect(words('USER')).toEqual([['node']]);
  expect(dockerfile).toMatch(/^ENV NODE_ENV=production HOST=0\.0\.0\.0/m);
  expect(dockerfile).toMatch(/^HEALTHCHECK .*\n.*\/readyz/m);
});

test('the built server starts in a folder that has nothing else, serves and stops; its commands run there too', async () => {
  const data = path.join(image, 'data');
  const server = await run('server/dist/main.js', [], { DATA_DIR: data }, /店铺\s+http:\S+\//);
  const url = /店铺\s+(http:\S+)\//.exec(server.output)?.[1];
  expect(server.output).toContain('开张了');
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  expect(await (await fetch(`${url}/`)).text()).toContain('集市');
  expect((await fetch(`${url}/metrics`)).status).toBe(404);
  const file = path.join(image, 'shop.tar');
  expect(await run('server/dist/backup.js', [file], { DATA_DIR: data })).toMatchObject({ code: 0 });
  expect(await server.stop()).toMatchObject({ code: 0 });
  const restored = await run('server/dist/restore.js', [file], { DATA_DIR: path.join(image, 'other') });
  expect(restored).toMatchObject({ code: 0, output: expect.stringContaining('恢复好了') });
  const doctor = await run('server/dist/doctor.js', ['--offline'], { DATA_DIR: data });
  expect(doctor).toMatchObject({ code: 0, output: expect.stringContaining('✓ DATA_DIR') });
}, 120_000);

test.each([
  ['a broken key', 'WXPAY_PRIVATE_KEY', { WXPAY_PRIVATE_KEY: 'nonsense' }],
  ['a group that is filled in half', 'TT_SECRET', { TT_SECRET: '' }],
  ['an address without TLS', 'PUBLIC_URL', { PUBLIC_URL: 'http://shop.jishi.cn' }],
  ['a console without TLS', 'CONSOLE_URL', { CONSOLE_URL: 'http://admin.jishi.cn' }],
  ['a secret out of an example', 'METRICS_TOKEN', { METRICS_TOKEN: 'example-token-1234' }],
  ['the fake platform', 'PLATFORM', { PLATFORM: 'fake' }],
])(
  'the built server does not start with %s, and touches nothing',
  async (_what, name, change: Record<string, string>) => {
    const data = path.join(image, 'untouched');
    const { code, output } = await run('server/dist/main.js', [], { ...FULL_ENV, DATA_DIR: data, ...change });
    expect({ code, output }).toEqual({
      code: 1,
      output: expect.stringMatching(new RegExp(`^配置有误：\n {2}${name}：.*\n$`)),
    });
    expect(fs.existsSync(data)).toBe(false);
  },
);

test('a .env beside the server is read, and what the environment says already counts more', async () => {
  fs.writeFileSync(path.join(image, '.env'), 'RATE_LIMIT=none\nLOG_LEVEL=loud\n');
  const { code, output } = await run('server/dist/main.js', [], { LOG_LEVEL: 'info' });
  fs.rmSync(path.join(image, '.env'));
  expect({ code, output }).toEqual({ code: 1, output: expect.stringMatching(/^配置有误：\n {2}RATE_LIMIT：.*\n$/) });
});
