import { PGlite, types, type Transaction } from '@electric-sql/pglite';
import { withRetry, type Db, type Observer, type Queryable, type Row, type Statement, type Tx } from './db';

export interface PgliteOptions {
  /** A folder; in memory when absent. The caller holds the lock on it (lock.ts). */
  dataDir?: string;
  /** A dumped, migrated database to start from (tests). */
  loadDataDir?: Blob;
  observer?: Observer;
}

const asText = (value: string) => value;

/**
 * Opens the embedded database. It has one connection: statements outside a transaction wait for the one that runs.
 */
export async function openPglite({ dataDir, loadDataDir, observer }: PgliteOptions = {}): Promise<
  Db & { lite: PGlite }
> {
  const lite = await PGlite.create({ dataDir, loadDataDir, parsers: { [types.INT8]: asText } });

  const runner = (client: PGlite | Transaction): Queryable => ({
    async query<R = Row>({ text, values }: Statement): Promise<R[]> {
      observer?.before?.(text);
      const result = await client.query<R>(text, values as unknown[]);
      observer?.after?.(text);
      return result.rows;
    },
    run(query) {
      const { sql: text, parameters } = query.compile();
      return this.query({ text, values: parameters });
    },
  });

  return {
    engine: 'pglite',
    lite,
    ...runner(lite),
    tx: (work) =>
      withRetry(() =>
        lite
          .transaction(async (client) => {
            // PGlite sends BEGIN and COMMIT itself; they count all the same
            observer?.before?.('BEGIN');
            observer?.after?.('BEGIN');
            const result = await work({ ...runner(client), isTransaction: true } satisfies Tx);
            observer?.before?.('COMMIT');
            return result;
          })
          .then((result) => {
            observer?.after?.('COMMIT');
            return result;
          }),
      ),
    async script(text) {
      await lite.exec(text);
    },
    close: () => lite.close(),
  };
}
