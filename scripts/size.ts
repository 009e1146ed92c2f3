/**
 * `npm run size`: bytes of every package against its budget, and the edition of JavaScript that each needs.
 * `--write` puts the table into README.md; `--check` fails when the one there is more than 2 % off.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import { format } from 'prettier';
import { buildTargets } from './lib/buildTargets';
import { languageLevel, measurePackage, measurePage } from './lib/measure';
import { root } from './lib/run';
import { budgets, kib, overBudget, sizeTable, staleNumbers, writeTable, type Sizes } from './lib/sizeTable';
import { isStale, type Target } from './stale.mjs';

const miniPrograms: Target[] = ['weapp', 'alipay', 'tt'];

function measureAll(): Sizes {
  const dist = (target: Target) => path.join(root, 'dist', target);
  const packages = miniPrograms.map((target) => {
    const { level } = languageLevel(dist(target));
    return [target, { ...measurePackage(dist(target)), level }] as const;
  });
  const { level, file } = languageLevel(dist('h5'));
  console.log(`h5 needs ES${level} (${file}), at most ES${budgets.level}`);
  return { packages: Object.fromEntries(packages), h5: { ...measurePage(dist('h5')), level: Number(level) } } as Sizes;
}

async function main(flags: string[]): Promise<void> {
  await buildTargets([...miniPrograms, 'h5' as const].filter(isStale));
  const sizes = measureAll();
  for (const [target, { main: mainSize, subpackages, total }] of Object.entries(sizes.packages)) {
    console.log(`${target.padEnd(6)} main ${kib(mainSize)}, total ${kib(total)} KiB`);
    for (const [name, bytes] of Object.entries(subpackages)) console.log(`       ${name} ${kib(bytes)}`);
  }
  const { entry, total, gzip } = sizes.h5;
  console.log(`h5     entry ${kib(entry)}, total ${kib(total)}, gzip ${kib(gzip)} KiB`);

  const problems = overBudget(sizes);
  const readme = path.join(root, 'README.md');
  const text = await fs.readFile(readme, 'utf8');
  const table = sizeTable(sizes);
  if (flags.includes('--write')) {
    const formatted = await format(writeTable(text, table), { parser: 'markdown', singleQuote: true, printWidth: 120 });
    await fs.writeFile(readme, formatted);
  } else if (flags.includes('--check')) {
    problems.push(...staleNumbers(text, table).map((line) => `README.md: ${line}; run npm run size -- --write`));
  }
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
