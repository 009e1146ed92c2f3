import fs from 'node:fs';
import path from 'node:path';
import { ENV_VARIABLES, readEnv } from '../../server/src/env';
import { PLATFORM_VARIABLES } from '../../server/src/platform/config';

const root = path.join(__dirname, '..', '..');
const text = fs.readFileSync(path.join(root, '.env.example'), 'utf8');
const entries = [...text.matchAll(/^# ([A-Z][A-Z0-9_]*)=(.*)$/gm)].map(([, name, value]) => ({ name, value: value! }));
/** Read by the build of the mini-programs, not by the server. */
const OF_THE_BUILD = ['TARO_APP_API'];

test('the example names every variable that is read, each once, and no other', () => {
  const known = [...ENV_VARIABLES, ...Object.values(PLATFORM_VARIABLES).flat(), ...OF_THE_BUILD];
  expect(entries.map(({ name }) => name).sort()).toEqual(known.sort());
});

test('copied as it is, it changes nothing: every line of it is a comment', () => {
  expect(text.split('\n').filter((line) => line && !line.startsWith('#'))).toEqual([]);
});

test('the values in it are the defaults', () => {
  const written = Object.fromEntries(entries.map(({ name, value }) => [name, value]));
  const { platforms, fakeSecret, ...defaults } = readEnv({});
  // a group of which anything is set asks for the rest
  const own = Object.fromEntries(Object.entries(written).filter(([name]) => ENV_VARIABLES.includes(name)));
  expect(readEnv({ ...own, ASSETS_S3_REGION: '' })).toMatchObject(defaults);
  expect(Object.values(platforms).every((group) => group === null)).toBe(true);
  expect(fakeSecret).not.toBe('');
  for (const [name, value] of Object.entries(written))
    if (/_HOST$|_GATEWAY$/.test(name)) expect(value).toMatch(/^https:/);
});

test('each group says in Chinese what it is and where it is found', () => {
  const blocks = text.split(/\n\n/).filter((block) => /^# [A-Z][A-Z0-9_]*=/m.test(block));
  for (const block of blocks) expect(block).toMatch(/^# .*[\u4e00-\u9fff]/);
  expect(blocks.length).toBeGreaterThan(30);
});

test('a filled-in .env is never committed, and the example is', () => {
  const ignored = fs.readFileSync(path.join(root, '.gitignore'), 'utf8').split('\n');
  expect(ignored).toEqual(expect.arrayContaining(['.env', '.env.*', '!.env.example']));
  expect(fs.readFileSync(path.join(root, '.dockerignore'), 'utf8').split('\n')).toContain('.env*');
});
