import fs from 'node:fs';
import path from 'node:path';
import { completeLock, missingBinaries, platformOf, type Lock } from '../../scripts/lib/lockPlatforms';

const read = () => JSON.parse(fs.readFileSync(path.join(__dirname, '..', '..', 'package-lock.json'), 'utf8')) as Lock;
const taro = (platform: string) => `node_modules/@tarojs/binding-${platform}`;

test('the lock names every binary that its packages list for Linux, macOS and Windows on x64 and arm64', () => {
  expect(missingBinaries(read())).toEqual([]);
});

test("the lock has Taro's compiler for every system it is made for", () => {
  const { packages } = read();
  const systems = ['linux-x64-gnu', 'linux-arm64-gnu', 'darwin-x64', 'darwin-arm64', 'win32-x64-msvc'];
  expect(systems.filter((system) => !packages[taro(system)]?.os)).toEqual([]);
});

test('the lock names no registry', () => {
  const resolved = Object.entries(read().packages).filter(([, entry]) => entry.resolved && !entry.link);
  expect(resolved).toEqual([]);
});

test('a binary that npm left out is found and put back as npm would have written it', () => {
  const lock = read();
  const before = structuredClone(lock);
  delete lock.packages[taro('darwin-arm64')];
  expect(missingBinaries(lock).map(({ name }) => name)).toEqual(['@tarojs/binding-darwin-arm64']);
  completeLock(lock);
  expect(lock).toEqual(before);
  expect(Object.keys(lock.packages)).toEqual(Object.keys(before.packages));
});

test('a binary of another version does not count', () => {
  const lock: Lock = {
    packages: {
      'node_modules/tool': { version: '2.0.0', optionalDependencies: { 'tool-linux-arm64-musl': '2.0.0' } },
      'node_modules/tool-linux-arm64-musl': { version: '1.0.0', os: ['linux'], cpu: ['arm64'] },
    },
  };
  expect(missingBinaries(lock)).toHaveLength(1);
  completeLock(lock);
  expect(lock.packages['node_modules/tool/node_modules/tool-linux-arm64-musl']).toMatchObject({
    version: '2.0.0',
    libc: ['musl'],
  });
  expect(missingBinaries(lock)).toEqual([]);
});

test.each([
  ['@esbuild/linux-x64', { os: ['linux'], cpu: ['x64'] }],
  ['@img/sharp-libvips-linuxmusl-arm64', { os: ['linux'], cpu: ['arm64'], libc: ['musl'] }],
  ['@swc/core-win32-arm64-msvc', { os: ['win32'], cpu: ['arm64'] }],
  ['@esbuild/android-arm64', undefined],
  ['@unrs/resolver-binding-linux-arm-gnueabihf', undefined],
])('the platform of %s is read from its name', (name, platform) => {
  expect(platformOf(name)).toEqual(platform);
});
