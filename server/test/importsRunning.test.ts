import { truncate } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import { buildApp } from '../src/app';
import { claimImport, endImport } from '../src/imports/importRuns';
import { importThrough } from '../src/imports/importThrough';
import { csvFolder, csvText, plainRow, SHOPIFY_HEADER, type CsvFolder } from './support/csv';
import { testApp, type TestApp } from './support/testApp';

let test: TestApp;
let app: FastifyInstance;
let files: CsvFolder;
let url: string;
const token = 'control-token-of-this-test';

beforeAll(async () => {
  [test, files] = await Promise.all([testApp(), csvFolder()]);
  app = await buildApp(test.ctx, { controlToken: token });
  url = await app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await app.close();
  await Promise.all([test.close(), files.remove()]);
});

const send = (file: string, secret = token, phases = new Set<string>()) =>
  importThrough({ pid: 1, url, token: secret }, file, {
    isFetching: false,
    onProgress: ({ phase }) => phases.add(phase),
  });
const titles = async () =>
  (await (await test.shopper()).get('/api/products')).body.items.map((item: { title: string }) => item.title);

describe('importing into a running shop', () => {
  it('reports progress and the result, and shoppers see the products at once', async () => {
    const rows = Array.from({ length: 600 }, (_, index) =>
      plainRow(`p-${index}`, { Published: index < 2 ? 'true' : 'false' }),
    );
    const phases = new Set<string>();
    const result = await send(await files.write(csvText(SHOPIFY_HEADER, rows)), token, phases);
    expect(result).toMatchObject({ isImported: true, created: 600, skus: 600 });
    expect([...phases]).toEqual(['check', 'save']);
    expect(await titles()).toEqual(['商品 p-1', '商品 p-0']);
  });

  it('answers the bad rows of a file and writes nothing', async () => {
    const before = await titles();
    const rows = [plainRow('fine'), plainRow('bad', { 'Variant Price': 'x' })];
    const result = await send(await files.write(csvText(SHOPIFY_HEADER, rows)));
    expect(result).toMatchObject({ isImported: false, faultCount: 1, faults: [{ line: 3 }] });
    expect(await titles()).toEqual(before);
  });

  it('is refused in words while another import runs', async () => {
    const importId = await claimImport(test.ctx, null);
    const file = await files.write(csvText(SHOPIFY_HEADER, [plainRow('second')]));
    await expect(send(file)).rejects.toThrow('另一个导入正在进行，请等它结束');
    await endImport(test.ctx.db, test.ctx.now(), importId, { error: 'let go' });
    expect(await send(file)).toMatchObject({ isImported: true, created: 1 });
  });

  it('is refused without the token of the lock file', async () => {
    const before = await titles();
    const file = await files.write(csvText(SHOPIFY_HEADER, [plainRow('intruder')]));
    await expect(send(file, 'guess')).rejects.toThrow('403');
    expect(await titles()).toEqual(before);
  });

  it('is refused for a file above 64 MiB and for what is no CSV', async () => {
    const file = await files.write('');
    await truncate(file, 64 * 1024 * 1024 + 1);
    await expect(send(file)).rejects.toThrow('至多 64 MiB');
    const request = { method: 'POST', url: '/control/imports', headers: { authorization: `Bearer ${token}` } } as const;
    expect((await app.inject({ ...request, payload: { a: 1 } })).statusCode).toBe(415);
    expect((await app.inject(request)).statusCode).toBe(415);
  });

  it('does not exist in a server that was started without a control token', async () => {
    const request = { method: 'POST', url: '/control/imports', headers: { 'content-type': 'text/csv' } } as const;
    expect((await test.app.inject({ ...request, payload: 'a' })).statusCode).toBe(404);
  });
});
