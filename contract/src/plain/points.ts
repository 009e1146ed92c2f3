/** What ledgers are kept of. Points and growth are whole numbers, the balance is fen. */
export const LEDGER_UNITS = ['points', 'growth', 'balance'] as const;
export type LedgerUnit = (typeof LEDGER_UNITS)[number];

/** Lines of a statement: all, what came, what went. */
export const STATEMENT_SIDES = ['all', 'in', 'out'] as const;
export type StatementSide = (typeof STATEMENT_SIDES)[number];

/** So many points an employee gives or takes at once. */
export const MOST_ADJUSTED = 100_000;
