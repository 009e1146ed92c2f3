import { Pool, types, type PoolClient } from 'pg';
import { withRetry, type Db, type Observer, type Queryable, type Row, type Statement, type Tx } from './db';

// bigint stays text in general; the columns that hold fen and counts are cast by the row mappers.
const TEXT_OIDS = [types.builtins.INT8];

export interface PostgresOptions {
  url: string;
  /** Off behind a PgBouncer older than 1.21 in transaction mode. */
  usePrepared?: boolean;
  poolSize?: number;
  /** Milliseconds for making a connection; without it a silent address is waited for as long as the system does. */
  connectTimeout?: number;
  observer?: Observer;
}

/** Opens a pool. Connections are made when first used. */
export function openPostgres({
  url,
  usePrepared = true,
  poolSize = 16,
  connectTimeout,
  observer,
}: PostgresOptions): Db {
  const pool = new Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: connectTimeout,
    types: {
      getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
        TEXT_OIDS.includes(oid) ? (value: string) => value : types.getTypeParser(oid, format as 'text')) as never,
    },
  });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);

  const runner = (client: Pool | PoolClient): Queryable => ({
    async query<R = Row>({ text, values, name }: Statement): Promise<R[]> {
      observer?.before?.(text);
      const result = await client.query({ text, values: values as unknown[], name: usePrepared ? name : undefined });
      observer?.after?.(text);
      return result.rows as R[];
    },
    run(query) {
      const { sql: text, parameters } = query.compile();
      return this.query({ text, values: parameters });
    },
  });

  const control = async (client: PoolClient, text: string) => {
    observer?.before?.(text);
    await client.query(text);
    observer?.after?.(text);
  };

  return {
    engine: 'postgres',
    ...runner(pool),
    tx: (work) =>
      withRetry(async () => {
        const client = await pool.connect();
        let broken: Error | undefined;
        try {
          await control(client, 'BEGIN');
          const result = await work({ ...runner(client), isTransaction: true } satisfies Tx);
          await control(client, 'COMMIT');
          return result;
        } catch (error) {
          await client.query('ROLLBACK').catch((cause: Error) => (broken = cause));
          throw error;
        } finally {
          client.release(broken);
        }
      }),
    async script(text) {
      await pool.query(text);
    },
    close: () => pool.end(),
  };
}
