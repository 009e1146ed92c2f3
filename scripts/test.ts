/**
 * `npm test`: builds what is stale, runs every jest project with the embedded database, and the server's and the
 * stories' once more on PostgreSQL where one can be had. Arguments go to jest: `npm test -- server/test/orders`.
 */
import { buildTargets } from './lib/buildTargets';
import { addUp, runJest, type Counts, type JestRun } from './lib/jest';
import { findPostgres } from './lib/postgres';
import { isStale, type Target } from './stale.mjs';

const built: Target[] = ['weapp', 'alipay', 'tt', 'h5', 'console'];

/** Only the walks read the built packages; a run of other named files starts at once. */
function needsBuilds(args: string[]): boolean {
  const files = args.filter((arg) => arg.includes('/'));
  return files.length === 0 || files.some((file) => /browser|miniprogram/.test(file));
}

/** What never opens a database is the same on either engine. */
const OPENS_DATABASE = ['--findRelatedTests', 'server/test/support/testDb.ts'];

const describe = ({ passed, failed, skipped }: Counts) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

function printEngine(engine: string, projects: Record<string, Counts>): void {
  const databaseTests = Object.entries(projects).filter(([name]) => name === 'server' || name === 'stories');
  const parts = databaseTests.map(([name, counts]) => `${name} ${counts.passed + counts.failed}`);
  const total = addUp(databaseTests.map(([, counts]) => counts));
  console.log(`${engine}: ${total.passed + total.failed} tests run${parts.length > 0 ? ` (${parts.join(', ')})` : ''}`);
}

async function runOnPostgres(args: string[]): Promise<JestRun | undefined> {
  const postgres = await findPostgres();
  if (!postgres) {
    console.log(
      '\nPostgreSQL: SKIPPED, none answers at 127.0.0.1:5432 and initdb is not installed (TEST_DATABASE_URL)',
    );
    return undefined;
  }
  console.log(`\nPostgreSQL ${postgres.version}`);
  try {
    const others = ['tooling', 'console', 'storefront', 'browser', 'miniprogram'];
    const env = { TEST_DB: 'postgres', TEST_DATABASE_URL: postgres.url };
    const chosen = args.length > 0 ? args : OPENS_DATABASE;
    return await runJest([...chosen, '--ignoreProjects', ...others], env);
  } finally {
    await postgres.stop();
  }
}

async function main(args: string[]): Promise<void> {
  if (needsBuilds(args)) await buildTargets(built.filter(isStale));
  const embedded = await runJest(args, { TEST_DB: 'pglite' });
  const postgres = await runOnPostgres(args);
  console.log('');
  for (const [project, counts] of Object.entries(embedded.projects)) {
    console.log(`${project.padEnd(12)} ${describe(counts)}`);
  }
  printEngine('PGlite', embedded.projects);
  if (postgres) printEngine('PostgreSQL', postgres.projects);
  const runs = postgres ? [embedded, postgres] : [embedded];
  const { passed, failed, skipped } = addUp(runs);
  if (skipped > 0) console.log(`${skipped} skipped`);
  const hasFailed = failed > 0 || runs.some(({ code }) => code !== 0);
  console.log(`${passed} passed, ${hasFailed ? Math.max(failed, 1) : 0} failed`);
  process.exitCode = hasFailed ? 1 : 0;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
});
