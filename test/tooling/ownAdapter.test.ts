import fs from 'node:fs';
import path from 'node:path';

const dist = path.resolve(__dirname, '../../dist');

/** Words of one adapter that nothing else has: Taro's own list of a host's names is in every package for that host. */
const MARKERS = {
  weapp: ['nothing to reserve', 'getChannelsLiveNoticeInfo'],
  alipay: ['getAppIdSync', 'entityIds'],
  tt: ['openEcOrder', 'tt95aee3130ae1cbe911'],
  h5: ['jishi.privacy', 'jd-toast'],
};
type Name = keyof typeof MARKERS;
const names = Object.keys(MARKERS) as Name[];

function* scripts(folder: string): Generator<string> {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* scripts(file);
    else if (entry.name.endsWith('.js')) yield fs.readFileSync(file, 'utf8');
  }
}

describe.each(names)('the build for %s', (name) => {
  const folder = path.join(dist, name);
  const text = () => {
    if (!fs.existsSync(folder)) throw new Error(`dist/${name} is not built: run npm run build:${name}`);
    return [...scripts(folder)].join('\n');
  };

  test('has its own adapter and no other', () => {
    const code = text();
    const found = names.filter((other) => MARKERS[other].some((marker) => code.includes(marker)));
    expect(found).toEqual([name]);
    expect(MARKERS[name].filter((marker) => !code.includes(marker))).toEqual([]);
  });

  test('asks nowhere any more which host it is', () => {
    expect(text()).not.toContain('process.env.TARO_ENV');
  });
});
