/** What makes spreadsheets take a cell for a formula. */
const FORMULA = /^[=+\-@\t\r]/;
/** Longer numbers lose their last digits in a spreadsheet, which keeps fifteen. */
const LONG_NUMBER = /^\d{12,}$/;

/**
 * A CSV file (RFC 4180 with a BOM, which Excel needs to see that it is UTF-8). Cells that a spreadsheet would execute
 * get an apostrophe before them, long numbers a tab, so that they stay as they are.
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')}`;
}

function cellOf(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : LONG_NUMBER.test(text) ? `\t${text}` : text;
  return /[",\r\n\t]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
