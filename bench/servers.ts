import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { startServerOrThrow, type ServerProcess } from '../server/test/support/serverProcess';
import { contextFor } from '../server/src/openContext';
import { readEnv } from '../server/src/env';
import { migrate } from '../server/src/db/migrate';
import { openPglite } from '../server/src/db/pglite';
import { openPostgres } from '../server/src/db/postgres';
import { saveCatalogue } from '../server/src/products/saveCatalogue';
import { product, sku } from '../server/test/support/fixtures';
import type { Db } from '../server/src/db/db';
import { releaseLayouts } from './layouts';

const POSTGRES = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const PRODUCTS = 200;
const PLENTY = 1_000_000;

export type Engine = 'pglite' | 'postgres';

export interface Bench {
  engine: Engine;
  server: ServerProcess;
  /** The bare server on the same database; absent on PGlite, which takes one process. */
  bareUrl: string | null;
  stop(): Promise<void>;
}

/** A server process of its own over a shop of 200 products with plenty of stock and a home page of 40 blocks; null when PostgreSQL does not answer. */
export async function startBench(engine: Engine): Promise<Bench | null> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'jishi-bench-'));
  const postgres = engine === 'postgres' ? await makeDatabase() : null;
  if (engine === 'postgres' && !postgres) return null;
  const db = postgres
    ? openPostgres({ url: postgres.url })
    : await openPglite({ dataDir: path.join(dataDir, 'database') });
  await fill(db, dataDir);
  await db.close();
  const server = await startServerOrThrow({ DATA_DIR: dataDir, ...(postgres && { DATABASE_URL: postgres.url }) });
  const bare = postgres && (await startBare(postgres.url));
  return {
    engine,
    server,
    bareUrl: bare && bare.url,
    async stop() {
      await server.stop();
      await bare?.stop();
      await postgres?.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function fill(db: Db, dataDir: string): Promise<void> {
  await migrate(db);
  const ctx = await contextFor(readEnv({ NODE_ENV: 'test', DATA_DIR: dataDir }), db);
  const products = Array.from({ length: PRODUCTS }, (_, index) =>
    product({
      handle: `bench-${index}`,
      title: `集市好物 ${index} 号 手作茶壶`,
      options: [{ name: '釉色', values: ['柿红', '杏白', '竹青'] }],
      skus: ['柿红', '杏白', '竹青'].map((value) =>
        sku({ optionValues: [value], priceFen: 9900 + index, stock: PLENTY }),
      ),
    }),
  );
  await saveCatalogue(ctx, products);
  await releaseLayouts(ctx);
}

function startBare(databaseUrl: string): Promise<{ url: string; stop(): Promise<void> }> {
  const child = spawn(process.execPath, ['--import', 'tsx', path.join(__dirname, 'bare.ts')], {
    env: { ...process.env, NODE_ENV: 'test', DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = () => {
    child.kill('SIGTERM');
    return exited;
  };
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      const url = /bare (\S+)/.exec(chunk.toString())?.[1];
      if (url) resolve({ url, stop });
    });
    void exited.then(() => reject(new Error('the bare server ended')));
  });
}

/** An empty database of its own; null when PostgreSQL does not answer. */
export async function makeDatabase(use = 'shop'): Promise<{ url: string; drop(): Promise<void> } | null> {
  const name = `jishi_bench_${use}_${process.pid}`;
  const administer = async (statement: string) => {
    const client = new Client({ connectionString: POSTGRES });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  try {
    await administer(`create database ${name}`);
  } catch {
    return null;
  }
  const url = new URL(POSTGRES);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => administer(`drop database ${name} with (force)`) };
}
