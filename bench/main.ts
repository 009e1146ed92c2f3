/**
 * `npm run bench`: rates of list, detail, cart, checkout and the home page's layout on both engines, beside a bare server on the same tables in
 * the same run, and what the built WeChat package costs on the runner. Figures are of the machine they were taken on: compare columns, not days.
 */
import { layoutRates, type LayoutRates } from './layouts';
import type { Rate } from './load';
import { measurePackage } from './package';
import { measurePosters } from './posters';
import { measureSearch } from './search';
import { startBench, type Engine } from './servers';
import { shoppingRates, type Name, type Rates } from './shopping';

const SECONDS = Number(process.env.BENCH_SECONDS ?? 6);
const NAMES: Name[] = ['list', 'detail', 'cart', 'checkout'];
/** What the shop must reach of the bare server's rate. */
const AT_LEAST: Record<Name, number> = { list: 3, detail: 3, cart: 0.5, checkout: 0.5 };

async function ratesOf(engine: Engine): Promise<{ ours: Rates; bare: Rates | undefined; layouts: LayoutRates } | null> {
  const bench = await startBench(engine);
  if (!bench) return null;
  try {
    const urls = [bench.server.url, ...(bench.bareUrl ? [bench.bareUrl] : [])];
    const [ours, bare] = await shoppingRates(urls, SECONDS);
    return { ours: ours!, bare, layouts: await layoutRates(bench.server.url, SECONDS) };
  } finally {
    await bench.stop();
  }
}

const cell = (rate: Rate | undefined) =>
  rate
    ? `${rate.perSecond}/s  p50 ${rate.p50} ms  p99 ${rate.p99} ms${rate.refused ? `  REFUSED ${rate.refused}` : ''}`
    : '-';

function compare(name: Name, ours?: Rate, bare?: Rate): string {
  if (!ours || !bare) return '-';
  const ratio = ours.perSecond / bare.perSecond;
  return `x${ratio.toFixed(2)}${ratio < AT_LEAST[name] ? `  BELOW ${AT_LEAST[name]}` : ''}`;
}

async function main(): Promise<void> {
  const pglite = await ratesOf('pglite');
  const postgres = await ratesOf('postgres');
  if (!postgres) console.log('PostgreSQL does not answer: its columns are empty');
  const row = (name: string, ...cells: string[]) =>
    console.log([name.padEnd(9), ...cells.map((text) => text.padEnd(38))].join(' ').trimEnd());
  row('', 'PGlite', 'PostgreSQL', 'bare Fastify + pg on PostgreSQL', 'PostgreSQL : bare');
  for (const name of NAMES) {
    const [ours, bare] = [postgres?.ours[name], postgres?.bare?.[name]];
    row(name, cell(pglite?.ours[name]), cell(ours), cell(bare), compare(name, ours, bare));
  }
  row('page', cell(pglite?.layouts.page), cell(postgres?.layouts.page));
  row('page 304', cell(pglite?.layouts.unchanged), cell(postgres?.layouts.unchanged));
  if (pglite) console.log(`a home page of 40 blocks: ${pglite.layouts.gzipBytes} bytes as gzip`);
  const search = await measureSearch();
  if (search) console.log('\nSearch among 20,000 products on PostgreSQL, uncached');
  for (const [name, value] of Object.entries(search ?? {})) console.log(`${name.padEnd(30)} ${value}`);
  console.log('\nPosters');
  for (const [name, value] of Object.entries(await measurePosters())) console.log(`${name.padEnd(30)} ${value}`);
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
