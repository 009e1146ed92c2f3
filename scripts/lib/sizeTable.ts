import type { PackageSize, PageSize } from './measure';

export interface Sizes {
  packages: Record<string, PackageSize & { level: number }>;
  h5: PageSize & { level: number };
}

const KIB = 1024;

/** In bytes; the super-apps allow 2 MiB for each package, and a first visit downloads the main one. */
export const budgets = {
  main: 500 * KIB,
  subpackage: 200 * KIB,
  total: 1536 * KIB,
  /** iOS 12 and Chrome 66 (browserslist in package.json) read this edition of ECMAScript and not all of the next. */
  level: 2018,
};

export const kib = (bytes: number) => (bytes / KIB).toFixed(1);

/** What is above its budget, a line each. */
export function overBudget({ packages, h5 }: Sizes): string[] {
  const problems: string[] = [];
  const limit = (what: string, bytes: number, most: number) => {
    if (bytes > most) problems.push(`${what}: ${kib(bytes)} KiB is above ${kib(most)} KiB`);
  };
  for (const [target, size] of Object.entries(packages)) {
    limit(`${target} main package`, size.main, budgets.main);
    for (const [root, bytes] of Object.entries(size.subpackages)) {
      limit(`${target} subpackage ${root}`, bytes, budgets.subpackage);
    }
    limit(`${target} in total`, size.total, budgets.total);
    if (size.level > budgets.level) problems.push(`${target} needs ES${size.level}`);
  }
  if (h5.level > budgets.level) problems.push(`h5 needs ES${h5.level}`);
  return problems;
}

/** A Markdown table in KiB. */
export function sizeTable({ packages, h5 }: Sizes): string {
  const rows = Object.entries(packages).map(([target, size]) => {
    const largest = Object.entries(size.subpackages).sort(([, a], [, b]) => b - a)[0] ?? ['none', 0];
    return [target, kib(size.main), `${kib(largest[1])} (${largest[0]})`, kib(size.total), '', `ES${size.level}`];
  });
  rows.push(['h5', `${kib(h5.entry)} (entry)`, '', kib(h5.total), kib(h5.gzip), `ES${h5.level}`]);
  const head = ['KiB', 'main package', 'largest subpackage', 'total', 'gzip', 'syntax'];
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const marked = /(<!-- size -->\n)([\s\S]*?)(<!-- \/size -->)/;

/** Puts the table between the markers of a README; throws when it has none. */
export function writeTable(readme: string, table: string): string {
  if (!marked.test(readme)) throw new Error('README.md lacks <!-- size --> ... <!-- /size -->');
  return readme.replace(marked, (_all, open: string, _old: string, close: string) => `${open}\n${table}\n\n${close}`);
}

/** The numbers of the README's table that are more than 2 % off, or its shape when that differs. */
export function staleNumbers(readme: string, table: string): string[] {
  const cells = (text: string) =>
    text
      .trim()
      .split('\n')
      .filter((line) => !/^\|[\s|:-]+\|$/.test(line))
      .flatMap((line) => line.split('|').map((cell) => cell.trim()));
  const [written, measured] = [cells(marked.exec(readme)?.[2] ?? ''), cells(table)];
  if (written.length !== measured.length) return ['the table has another shape'];
  const isClose = (a: string, b: string) => a === b || Math.abs(parseFloat(a) / parseFloat(b) - 1) <= 0.02;
  return written.flatMap((cell, index) => {
    const now = measured[index]!;
    const isSameText = cell.replace(/[\d.]+/, '') === now.replace(/[\d.]+/, '');
    return isSameText && isClose(cell, now) ? [] : [`${cell || 'nothing'} is written, ${now || 'nothing'} is measured`];
  });
}
