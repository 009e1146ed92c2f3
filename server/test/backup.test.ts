import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { buildApp } from '../src/app';
import { diskBlobs, type Blobs } from '../src/assets/blobs';
import { checkBackup } from '../src/backups/readBackup';
import { restoreBackup } from '../src/backups/restoreBackup';
import { writeBackup } from '../src/backups/writeBackup';
import { sql, type Db } from '../src/db/db';
import { migrate, knownMigrations, migrationsFolder } from '../src/db/migrate';
import { emptyDb } from './support/emptyDb';
import { fullPerson } from './support/fullPerson';
import { addReachDiscount } from './support/shopRules';
import { isPostgres } from './support/testDb';
import { testApp, type TestApp } from './support/testApp';

// several databases are made and filled in each test
jest.setTimeout(120_000);

let folder: string;
let shop: TestApp;
const dropped: (() => Promise<void>)[] = [];
const file = (name: string) => path.join(folder, name);
const empty = async (engine?: Db['engine']) => {
  const made = await emptyDb(engine);
  dropped.push(made.drop);
  return made.db;
};
const shelf = (name: string): Blobs => diskBlobs(file(name));

async function save(db: Db, name: string, assetsFolder: string | null = null) {
  const out = createWriteStream(file(name));
  const manifest = await writeBackup({ db, assetsFolder }, out);
  await new Promise<void>((resolve) => out.end(resolve));
  return manifest;
}

/** All rows of all tables as the engine prints them, asked for without any code of the backup. */
async function everything(db: Db): Promise<Record<string, string[]>> {
  const tables = await db.query<{ name: string }>(
    sql`select table_name as name from information_schema.tables
      where table_schema = current_schema() and table_type = 'BASE TABLE' and table_name <> 'schema_migrations'`,
  );
  const all: Record<string, string[]> = {};
  for (const { name } of tables) {
    const rows = await db.query<{ row: string }>({
      text: `select to_jsonb(t)::text as row from "${name}" t`,
      values: [],
    });
    all[name] = rows.map(({ row }) => inUtc(row)).sort();
  }
  return all;
}

/** Engines print a moment in the time zone of their connection. */
const inUtc = (row: string) =>
  row.replace(/"\d{4}-\d\d-\d\dT[\d:.]+[+-][\d:]+"/g, (time) => `"${new Date(time.slice(1, -1)).toISOString()}"`);

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'jishi-backup-test-'));
  shop = await testApp();
  await addReachDiscount(shop.ctx, { label: '满 90 减 10', fromFen: 9000, offFen: 1000 });
  await fullPerson(shop);
});
afterAll(async () => {
  await shop.close();
  await rm(folder, { recursive: true, force: true });
});
afterEach(async () => {
  await Promise.all(dropped.splice(0).map((drop) => drop()));
});

test('what is restored is what was saved: every row of every table, and every picture', async () => {
  const kept = shelf('assets');
  await kept.write('ab/abcdef.jpg', Buffer.from('a picture'));
  await kept.write('private/cd/cdef01.png', Buffer.alloc(100_000, 'p'));
  await save(shop.ctx.db, 'whole.tar', file('assets'));
  const [db, blobs] = [await empty(), shelf('restored')];
  await restoreBackup({ db, blobs }, file('whole.tar'));
  const before = await everything(shop.ctx.db);
  expect(Object.values(before).filter((rows) => rows.length > 0).length).toBeGreaterThan(20);
  expect(await everything(db)).toEqual(before);
  for (const name of ['ab/abcdef.jpg', 'private/cd/cdef01.png']) {
    const [one, other] = [await kept.read(name), await blobs.read(name)];
    expect((await buffer(other!.stream)).equals(await buffer(one!.stream))).toBe(true);
  }
});

test('values that are easily lost come back exactly', async () => {
  const { db } = shop.ctx;
  const nasty = ['', ' ', 'null', '"', '\\', '\n\r\t\u0001', '{a,b}', '😀 集市', "'; drop table users; --", '\u2028'];
  await db.query(sql`insert into hot_words (word, badge, position) select w, null, 1 from unnest(${nasty}::text[]) w`);
  await db.query(
    sql`insert into users (user_id, created_at) values (9007199254740993, '1970-01-01 00:00:00.000001+00')`,
  );
  await db.query(
    sql`insert into employees (employee_id, name, role, state, created_at) values (9223372036854775807, ${nasty[5]}, 'staff', 'active', 'infinity')`,
  );
  for (const json of ['null', '"null"', '1.50', '12345678901234567890.123', '[]', '{"a": null}']) {
    await db.query(
      sql`insert into events (user_id, event_id, visit_id, name, properties, client_at)
        values (1, ${json}, 1, 'x', ${json}::jsonb, now())`,
    );
  }
  await db.query(
    sql`insert into stores (store_id, name, phone, province, city, district, detail, lat, lng, opens_at, closes_at)
      values (7, '', '', '', '', '', '', 0.1::float8 + 0.2::float8, -1e-300, '09:00', '21:00')`,
  );
  await db.query(
    sql`insert into shipping_rules (rule_id, name, regions) values (1, '', ${['a,b', '"', '', 'NULL', '浙江省/舟山市']}::text[])`,
  );
  await save(db, 'nasty.tar');
  const restored = await empty();
  await restoreBackup({ db: restored, blobs: shelf('none') }, file('nasty.tar'));
  expect(await everything(restored)).toEqual(await everything(db));
  const [row] = await restored.query(
    sql`select (select properties is null from events where event_id = 'null') as lost, user_id::text as id,
        extract(microseconds from created_at)::int as micros from users where user_id = 9007199254740993`,
  );
  expect(row).toEqual({ lost: false, id: '9007199254740993', micros: 1 });
});

test('a table that a later feature adds is saved without being named anywhere', async () => {
  const manifest = await save(shop.ctx.db, 'tables.tar');
  const counts = Object.entries(await everything(shop.ctx.db)).map(([name, rows]) => [name, rows.length]);
  const saved = manifest.tables.map(({ name, rows }) => [name, rows]);
  expect(saved.sort()).toEqual(counts.sort());
});

test('nothing is restored over a shop, nor over tables without rows', async () => {
  await save(shop.ctx.db, 'over.tar');
  const before = await everything(shop.ctx.db);
  const again = restoreBackup({ db: shop.ctx.db, blobs: shelf('over') }, file('over.tar'));
  await expect(again).rejects.toThrow('目标数据库不是空的');
  expect(await everything(shop.ctx.db)).toEqual(before);
  const started = await empty();
  await migrate(started);
  await expect(restoreBackup({ db: started, blobs: shelf('over') }, file('over.tar'))).rejects.toThrow('不是空的');
});

test('an archive with one changed, missing or added byte is refused and leaves no table behind', async () => {
  const kept = shelf('small');
  await kept.write('ab/ab.jpg', Buffer.from('a picture of a lamp'));
  await save(shop.ctx.db, 'good.tar', file('small'));
  const good = await readFile(file('good.tar'));
  const flip = (at: number) => {
    const bytes = Buffer.from(good);
    bytes[at]! ^= 1;
    return bytes;
  };
  const damaged: Record<string, Buffer> = {
    picture: flip(good.indexOf('a picture of a lamp') + 3),
    rows: flip(good.indexOf(Buffer.from([0x1f, 0x8b])) + 40),
    head: flip(3),
    end: good.subarray(0, good.length - 4096),
    half: good.subarray(0, good.length / 2),
    nothing: Buffer.alloc(0),
    other: Buffer.from('PK\u0003\u0004 not a tar at all'.repeat(100)),
  };
  const db = await empty();
  for (const [name, bytes] of Object.entries(damaged)) {
    await writeFile(file(`bad-${name}.tar`), bytes);
    const result = restoreBackup({ db, blobs: shelf('bad') }, file(`bad-${name}.tar`));
    await expect(result).rejects.toThrow(/备份/);
  }
  await expect(restoreBackup({ db, blobs: shelf('bad') }, file('none.tar'))).rejects.toThrow('没有找到文件');
  expect(await everything(db)).toEqual({});
  await restoreBackup({ db, blobs: shelf('bad') }, file('good.tar'));
});

test('a database that gives back less than it was given is noticed, and cleared away again', async () => {
  await save(shop.ctx.db, 'less.tar');
  const db = await empty();
  const forgetful: Db = {
    ...db,
    tx: (work) =>
      db.tx((tx) =>
        work({
          ...tx,
          query: (statement) =>
            tx.query(
              statement.text.startsWith('insert into "order_lines"')
                ? { ...statement, text: `${statement.text} limit 1` }
                : statement,
            ),
        }),
      ),
  };
  const result = restoreBackup({ db: forgetful, blobs: shelf('less') }, file('less.tar'));
  await expect(result).rejects.toThrow('表 order_lines 恢复后与备份不同');
  expect(await everything(db)).toEqual({});
  await restoreBackup({ db, blobs: shelf('less') }, file('less.tar'));
});

test('a backup of an older version is restored and brought up to date, one of a newer version refused', async () => {
  const names = await knownMigrations();
  const older = await empty();
  await migrate(
    older,
    migrationsFolder(),
    names.filter((name) => name < '0014'),
  );
  await older.query(sql`insert into users (user_id) values (41)`);
  await save(older, 'older.tar');
  const db = await empty();
  await restoreBackup({ db, blobs: shelf('older') }, file('older.tar'));
  expect(await db.query(sql`select user_id::text from users`)).toEqual([{ user_id: '41' }]);
  expect(await db.query(sql`select name from schema_migrations order by name`)).toEqual(
    names.map((name) => ({ name })),
  );

  await older.query(sql`insert into schema_migrations (name) values ('9999_future.sql')`);
  await save(older, 'newer.tar');
  const result = restoreBackup({ db: await empty(), blobs: shelf('older') }, file('newer.tar'));
  await expect(result).rejects.toThrow('备份比程序新（多出 9999_future.sql）');
});

test('an archive cannot write outside the folder of pictures', async () => {
  const kept = shelf('good');
  await kept.write('ab/ab.jpg', Buffer.from('x'));
  await save(shop.ctx.db, 'names.tar', file('good'));
  const evil = (await readFile(file('names.tar')))
    .toString('latin1')
    .replace('"name": "ab/ab.jpg"', '"name": "../evil.j"');
  await writeFile(file('evil.tar'), evil, 'latin1');
  await expect(checkBackup(file('evil.tar'))).resolves.toBeDefined();
  const result = restoreBackup({ db: await empty(), blobs: shelf('inner') }, file('evil.tar'));
  await expect(result).rejects.toThrow('不合规矩');
});

test('a running shop gives its backup only to who holds the lock, and has none without one', async () => {
  const token = 'control-token-of-this-test';
  const request = { method: 'GET', url: '/control/backup' } as const;
  const app = await buildApp(shop.ctx, { controlToken: token });
  const ask = (authorization?: string) =>
    app.inject({ ...request, headers: { ...(authorization && { authorization }) } });
  for (const wrong of [undefined, `Bearer ${token}x`]) {
    const answer = await ask(wrong);
    expect(answer.statusCode).toBe(403);
    expect(answer.json().error.code).toBe('forbidden');
  }
  const right = await ask(`Bearer ${token}`);
  await writeFile(file('through.tar'), right.rawPayload);
  expect((await checkBackup(file('through.tar'))).tables.length).toBeGreaterThan(20);
  await app.close();
  expect((await shop.app.inject(request)).statusCode).toBe(404);
});

test('any tar can list an archive', async () => {
  await save(shop.ctx.db, 'list.tar');
  const head = (await buffer(createReadStream(file('list.tar'), { end: 511 }))).toString('latin1');
  expect(head).toMatch(/^database\/[a-z_]+\.00001\.ndjson\.gz\0/);
  expect(head.slice(257, 265)).toBe('ustar\u000000');
});

(isPostgres ? describe : describe.skip)('between the engines', () => {
  test.each([['postgres', 'pglite'] as const, ['pglite', 'postgres'] as const])(
    'a shop moves from %s to %s and is the same',
    async (from, to) => {
      await save(shop.ctx.db, 'first.tar');
      const [first, second] = [await empty(from), await empty(to)];
      await restoreBackup({ db: first, blobs: shelf('moved') }, file('first.tar'));
      const out = await save(first, `${from}.tar`);
      expect(out.engine).toBe(from);
      await restoreBackup({ db: second, blobs: shelf('moved') }, file(`${from}.tar`));
      expect(await everything(second)).toEqual(await everything(shop.ctx.db));
    },
  );
});
