import fc from 'fast-check';
import { runs } from '../../test/support/runs';
import { createPage, deletePage } from '../src/layouts/pages';
import { createPreview, openPreview } from '../src/layouts/previews';
import { employee, sender, type EmployeeClient } from './support/employees';
import { ask, heading, HOME, layout, MEMBER, saveDraft } from './support/layouts';
import { testApp, type TestApp } from './support/testApp';

let shop: TestApp;
let marketer: EmployeeClient;
beforeAll(async () => {
  shop = await testApp();
  marketer = await employee(shop, 'marketer');
  await saveDraft(marketer, HOME, layout([heading('草稿')]));
});
afterAll(() => shop.close());

const shown = async (token: string, slug = 'home') => (await ask(shop, { slug, query: { preview: token } })).status;

test('no letter of a token can be another one, be left out or be added', async () => {
  const { token } = await createPreview(shop.ctx, HOME);
  expect(await openPreview(shop.ctx, token)).toBe(HOME);
  const letters = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_.=+/ \n\u0000%';
  for (let at = 0; at <= token.length; at++) {
    const [before, after] = [token.slice(0, at), token.slice(at + 1)];
    const others = [...letters].flatMap((letter) => [before + letter + after, before + letter + token.slice(at)]);
    for (const altered of [before, before + after, ...others].filter((one) => one !== token)) {
      expect([altered, await openPreview(shop.ctx, altered)]).toEqual([altered, null]);
    }
  }
});

test('whatever is given for a token, nothing opens', async () => {
  const [one, other] = [(await createPreview(shop.ctx, HOME)).token, (await createPreview(shop.ctx, MEMBER)).token];
  const parts = [...one.split('.'), ...other.split('.')];
  const part = fc.oneof(
    fc.constantFrom(...parts, '0', '01', '-1', '1e3', ' 1', '9'.repeat(18), 'A'.repeat(43), '__proto__', 'null'),
    fc.bigInt({ min: 0n, max: 2n ** 80n }).map(String),
    fc.string({ unit: 'binary', maxLength: 50 }),
  );
  const made = fc.array(part, { maxLength: 5 }).map((all) => all.join('.'));
  await fc.assert(
    fc.asyncProperty(made, async (token) => {
      fc.pre(token !== one && token !== other);
      const frame = await shop.app.inject({ url: '/api/layouts/home', query: { ...QUERY, preview: token } });
      expect([token, [400, 403].includes(frame.statusCode)]).toEqual([token, true]);
      expect([token, await openPreview(shop.ctx, token)]).toEqual([token, null]);
    }),
    runs(5_000),
  );
});
const QUERY = { platform: 'h5', deviceId: 'device-forger-1', contract: '1' };

test('a token is of its shop, opens nothing but its page’s draft, and is nobody', async () => {
  const elsewhere = await testApp();
  const { token: foreign } = await createPreview(elsewhere.ctx, HOME);
  const { token } = await createPreview(shop.ctx, HOME);
  expect([await shown(foreign), await shown(token), await shown(token, 'member')]).toEqual([403, 200, 404]);
  await elsewhere.close();
  const asToken = sender(shop, token);
  expect((await asToken('PUT', `/admin/layouts/${HOME}/draft`, { document: {}, revision: 0 })).status).toBe(401);
  expect((await asToken('POST', `/admin/layouts/${HOME}/previews`)).status).toBe(401);
  const answer = await ask(shop, { query: { preview: token } });
  expect(answer.headers['cache-control']).toMatch(/no-store|private/);
});

test('a token ends at its second, and with its page', async () => {
  const pageId = await createPage(shop.ctx, marketer.employeeId, { slug: 'gone', title: '会没的', copyOf: null });
  const { token, expiresAt } = await createPreview(shop.ctx, pageId);
  const now = shop.ctx.now;
  const at = (ms: number) => (shop.ctx.now = () => new Date(Date.parse(expiresAt) + ms));
  try {
    at(-1);
    expect(await shown(token, 'gone')).toBe(200);
    at(0);
    expect(await shown(token, 'gone')).toBe(403);
  } finally {
    shop.ctx.now = now;
  }
  await deletePage(shop.ctx, pageId);
  expect(await shown(token, 'gone')).toBe(404);
});
