import type { Db, Tx } from './db';

/** The database as seen from inside a transaction: what a service would do in one of its own happens in this one. */
export function joined(db: Db, tx: Tx): Db {
  return {
    engine: db.engine,
    query: (statement) => tx.query(statement),
    run: (query) => tx.run(query),
    tx: (work) => work(tx),
    script: () => Promise.reject(new Error('no scripts inside a transaction')),
    close: () => Promise.reject(new Error('a transaction cannot be closed')),
  };
}
