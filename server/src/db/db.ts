import type { CompiledQuery } from 'kysely';

/** One SQL statement. A `name` makes it a prepared statement where the engine has them. */
export interface Statement {
  text: string;
  values: readonly unknown[];
  name?: string;
}

export type Row = Record<string, unknown>;

/** Runs statements: the database itself, or one transaction of it. */
export interface Queryable {
  query<R = Row>(statement: Statement): Promise<R[]>;
  /** Runs a query that Kysely built (`build` in tables.ts). */
  run<R>(query: { compile(): CompiledQuery<R> }): Promise<R[]>;
}

/** A transaction. Functions that must be called inside one ask for this type. */
export interface Tx extends Queryable {
  readonly isTransaction: true;
}

export interface Db extends Queryable {
  readonly engine: 'pglite' | 'postgres';
  /** Runs `work` in a transaction; retries it as a whole on serialisation failures and deadlocks. */
  tx<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Runs a script of several statements without values (migrations). */
  script(text: string): Promise<void>;
  close(): Promise<void>;
}

/** Sees every statement that reaches the engine, BEGIN and COMMIT included. May throw, in tests, to play a crash. */
export interface Observer {
  before?(text: string): void;
  after?(text: string): void;
}

/**
 * Builds a statement: sql`select * from orders where user_id = ${userId}` — every hole becomes a parameter.
 * For a statement that is prepared, `sql.named('orders.get')` returns the same tag with a name.
 */
export function sql(parts: TemplateStringsArray, ...values: unknown[]): Statement {
  return { text: join(parts), values };
}

sql.named =
  (name: string) =>
  (parts: TemplateStringsArray, ...values: unknown[]): Statement => ({ text: join(parts), values, name });

const texts = new WeakMap<TemplateStringsArray, string>();

function join(parts: TemplateStringsArray): string {
  let text = texts.get(parts);
  if (text === undefined) {
    text = parts.reduce((whole, part, index) => `${whole}$${index}${part}`);
    texts.set(parts, text);
  }
  return text;
}

/** SQLSTATE of a database error, or undefined. */
export function sqlState(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}

const RETRIABLE = new Set(['40001', '40P01']);
const MAX_TRIES = 5;

/** Runs a whole transaction again when the engine asks for it. */
export async function withRetry<T>(once: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once();
    } catch (error) {
      const state = sqlState(error);
      if (attempt >= MAX_TRIES || !state || !RETRIABLE.has(state)) throw error;
    }
  }
}
