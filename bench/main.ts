/**
 * `npm run bench`: rates of list, detail, cart and checkout on both engines in one run, and what the built WeChat
 * package costs on the runner. Figures are of the machine they were taken on: compare columns, not days.
 */
import type { Rate } from './load';
import { measurePackage } from './package';
import { measureSearch } from './search';
import { startBench, type Engine } from './servers';
import { shoppingRates } from './shopping';

const SECONDS = Number(process.env.BENCH_SECONDS ?? 5);

async function ratesOf(engine: Engine): Promise<Record<string, Rate> | null> {
  const bench = await startBench(engine);
  if (!bench) return null;
  try {
    return await shoppingRates(bench.server.url, SECONDS);
  } finally {
    await bench.stop();
  }
}

const cell = (rate: Rate | undefined) =>
  rate
    ? `${rate.perSecond}/s  p50 ${rate.p50} ms  p99 ${rate.p99} ms${rate.refused ? `  REFUSED ${rate.refused}` : ''}`
    : '-';

async function main(): Promise<void> {
  const pglite = await ratesOf('pglite');
  const postgres = await ratesOf('postgres');
  if (!postgres) console.log('PostgreSQL does not answer: its column is empty');
  const rows = Object.keys(pglite ?? {}).map((name) => [
    name.padEnd(9),
    cell(pglite?.[name]).padEnd(38),
    cell(postgres?.[name]).padEnd(38),
    postgres?.[name] && pglite?.[name] ? `x${(postgres[name].perSecond / pglite[name].perSecond).toFixed(1)}` : '-',
  ]);
  console.log(['         ', 'PGlite'.padEnd(38), 'PostgreSQL'.padEnd(38), 'ratio'].join(' '));
  for (const row of rows) console.log(row.join(' '));
  const search = await measureSearch();
  if (search) console.log('\nSearch among 20,000 products on PostgreSQL, uncached');
  for (const [name, value] of Object.entries(search ?? {})) console.log(`${name.padEnd(30)} ${value}`);
  const storefront = await measurePackage();
  if (!storefront) return console.log('No browser: the package was not measured');
  console.log('\nWeChat package on the runner');
  for (const [name, value] of Object.entries(storefront)) console.log(`${name.padEnd(26)} ${value}`);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
