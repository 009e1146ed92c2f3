import { randomBytes } from 'node:crypto';
import { access, constants, stat, statfs, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { openBlobs } from '../assets/openBlobs';
import { sql, type Db } from '../db/db';
import { lockHolder } from '../db/lock';
import { knownMigrations } from '../db/migrate';
import { openPostgres } from '../db/postgres';
import type { Env } from '../env';
import { emptyReport, join, type Report } from './report';

const OLDEST_POSTGRES = 15;
const LITTLE_SPACE = 1024 ** 3;

/** Database, data folder and pictures. Writes nothing but a file and an object of its own, which it removes. */
export async function checkStorage(env: Env, { isOffline, timeout }: { isOffline: boolean; timeout: number }) {
  return join(
    await Promise.all([
      checkFolder(env),
      env.DATABASE_URL ? (isOffline ? emptyReport() : checkPostgres(env.DATABASE_URL, timeout)) : checkEmbedded(env),
      env.s3 && !isOffline ? checkBucket(env) : emptyReport(),
    ]),
  );
}

async function checkFolder({ dataDir }: Env): Promise<Report> {
  const report = emptyReport();
  const name = 'DATA_DIR';
  let place = dataDir;
  while (!(await stat(place).catch(() => null)) && path.dirname(place) !== place) place = path.dirname(place);
  try {
    if (place === dataDir) {
      const file = path.join(dataDir, `doctor-${randomBytes(6).toString('hex')}`);
      await writeFile(file, '');
      await unlink(file);
    } else if ((await stat(place)).isDirectory()) await access(place, constants.W_OK);
    else throw new Error();
    const { bavail, bsize } = await statfs(place);
    report.fine.push({ name, text: `${dataDir} 可以写` });
    if (bavail * bsize < LITTLE_SPACE) report.advice.push({ name, text: '磁盘剩下不到 1 GiB，图片和备份会放不下' });
  } catch {
    report.faults.push({ name, text: `${dataDir} 不能写，请检查目录的属主和权限` });
  }
  return report;
}

async function checkEmbedded({ dataDir }: Env): Promise<Report> {
  const report = emptyReport();
  const holder = await lockHolder(dataDir);
  const text = holder ? `内嵌数据库，店铺正开着（${holder.url}）` : '内嵌数据库';
  report.fine.push({ name: 'DATABASE_URL', text: `没有填，用${text}` });
  report.advice.push({ name: 'DATABASE_URL', text: '正式开店请用 PostgreSQL：内嵌数据库断电时会丢最后几秒的订单' });
  return report;
}

async function checkPostgres(url: string, timeout: number): Promise<Report> {
  const db = openPostgres({ url, usePrepared: false, poolSize: 1, connectTimeout: timeout });
  try {
    return await judgePostgres(db);
  } catch (error) {
    return { ...emptyReport(), faults: [{ name: 'DATABASE_URL', text: reasonOf(error as { code?: string }) }] };
  } finally {
    await db.close();
  }
}

async function judgePostgres(db: Db): Promise<Report> {
  const report = emptyReport();
  const name = 'DATABASE_URL';
  const [about] = await db.query<{ version: number; encoding: string; isWritable: boolean; hasTable: boolean }>(
    sql`select current_setting('server_version_num')::int / 10000 as version,
        current_setting('server_encoding') as encoding,
        coalesce(has_schema_privilege(current_schema(), 'create'), false) as "isWritable",
        to_regclass('schema_migrations') is not null as "hasTable"`,
  );
  const { version, encoding, isWritable, hasTable } = about!;
  if (version < OLDEST_POSTGRES)
    report.faults.push({ name, text: `PostgreSQL ${version} 太旧，要 ${OLDEST_POSTGRES} 以上` });
  if (encoding !== 'UTF8') report.faults.push({ name, text: `数据库的编码是 ${encoding}，要用 UTF8 重新建库` });
  if (!isWritable) report.faults.push({ name, text: '这个用户不能建表：请把数据库的属主设为它' });
  const known = await knownMigrations();
  const applied = hasTable
    ? (await db.query<{ name: string }>(sql`select name from schema_migrations`)).map((row) => row.name)
    : [];
  const unknown = applied.filter((one) => !known.includes(one));
  const pending = known.length - applied.length + unknown.length;
  if (unknown.length > 0) {
    report.faults.push({ name, text: `数据库比程序新（多出 ${unknown.join('、')}），请用更新的版本` });
  }
  if (report.faults.length === 0) {
    const state = pending === 0 ? '数据表是最新的' : `启动时会补上 ${pending} 个迁移`;
    report.fine.push({ name, text: `PostgreSQL ${version} 连得上，${state}` });
  }
  return report;
}

function reasonOf({ code }: { code?: string }): string {
  switch (code) {
    case '28P01':
    case '28000':
      return '用户名或密码不对';
    case '3D000':
      return '没有这个数据库，请先建好（createdb）';
    case 'ECONNREFUSED':
      return '连不上：这个地址和端口上没有数据库';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return '连不上：主机名解析不了';
    default:
      return `连不上（${code ?? '没有回答'}）`;
  }
}

async function checkBucket(env: Env): Promise<Report> {
  const blobs = openBlobs(env);
  const object = `doctor/${randomBytes(6).toString('hex')}.jpg`;
  const name = 'ASSETS_S3_URL';
  try {
    await blobs.write(object, Buffer.from(object));
    const stored = await blobs.read(object);
    const isSame = stored && (await buffer(stored.stream)).toString() === object;
    await blobs.remove(object);
    if (!isSame) throw new Error();
    return { ...emptyReport(), fine: [{ name, text: '对象存储能写、能读、能删' }] };
  } catch {
    const text = '对象存储不能用：请检查地址（带桶名）、ASSETS_S3_REGION、密钥和它的读写删权限';
    return { ...emptyReport(), faults: [{ name, text }] };
  }
}
