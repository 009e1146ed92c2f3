import appConfig from '@/app.config';
import fs from 'node:fs';
import path from 'node:path';
import { pagePaths } from '../support/storefront/pagePaths';

const src = path.resolve(__dirname, '../../src');
const paths = pagePaths(appConfig as unknown as Parameters<typeof pagePaths>[0]);

test.each(paths)('%s answers a pull, or cannot be pulled: a page that never lets go spins for ever', (page) => {
  const answers = fs.readFileSync(path.join(src, `${page}.tsx`), 'utf8').includes('useRefresh(');
  const { default: config } = jest.requireActual<{ default: { enablePullDownRefresh?: boolean } }>(
    `../../src/${page}.config`,
  );
  expect(config.enablePullDownRefresh !== false).toBe(answers);
});
