import fc from 'fast-check';
import jsQR from 'jsqr';
import sharp from 'sharp';
import { SLOT_MS, SLOT_SLACK_MS } from '@jishi/contract/plain/members';
import { runs } from '../../test/support/runs';
import { mergePeople } from '../src/members/mergePeople';
import { code128 } from '../src/members/code128';
import { employee, type EmployeeClient } from './support/employees';
import { newMember, type MemberClient } from './support/members';
import { addStore } from './support/shopRules';
import { newGuide, type GuideClient } from './support/staff';
import { testApp, type TestApp } from './support/testApp';

let shop: TestApp;
let owner: EmployeeClient;
let storeId: string;
let guide: GuideClient;
let at: number;
beforeAll(async () => {
  shop = await testApp();
  owner = await employee(shop, 'owner');
  storeId = await addStore(shop.ctx, { name: '湖滨店' });
  guide = await newGuide(owner, storeId, await shop.shopper());
  // ten seconds into a minute
  at = Math.floor(Date.now() / SLOT_MS) * SLOT_MS + 10_000;
  shop.ctx.now = () => new Date(at);
});
afterAll(() => shop.close());
// each begins in another hour, so that no guesses of the one before count
beforeEach(() => {
  at += 3_600_000;
});

interface Slot {
  code: string;
  from: string;
  to: string;
  barcodeUrl: string;
  qrUrl: string;
}
const slotsOf = async (member: MemberClient): Promise<Slot[]> => (await member.get('/api/member/till-code')).body.slots;
const codeOf = async (member: MemberClient) => (await slotsOf(member))[0]!.code;
const lookUp = (code: string) => guide.person.post('/api/till/lookups', { code });
const reasonOf = async (code: string) => {
  const { status, body } = await lookUp(code);
  return status === 200 ? 'taken' : `${body.error.code} ${body.error.details?.reason}`;
};
const withKey = (secret: string, code: string) =>
  shop.app.inject({
    method: 'POST',
    url: '/api/till/lookups',
    headers: { authorization: `Bearer ${secret}` },
    payload: { code },
  });
const refused = (reason: string) => `till_code_refused ${reason}`;

test('the till is told whose card it is, and nothing to call them by', async () => {
  const member = await newMember(shop);
  const { status, body } = await lookUp(await codeOf(member));
  expect(status).toBe(200);
  expect(body).toEqual({
    cardNo: member.cardNo,
    maskedPhone: `136****${member.phone.slice(-4)}`,
    level: { rank: 1, name: '新芽', benefits: [] },
    memberPricePermille: null,
    points: 0,
    openedAt: expect.any(String),
  });
});

test('a code is taken once, also when two tills read it at once; the card then shows another one', async () => {
  const member = await newMember(shop);
  const code = await codeOf(member);
  const answers = await Promise.all([1, 2, 3, 4].map(() => reasonOf(code)));
  expect(answers.sort()).toEqual(['taken', ...Array(3).fill(refused('used'))].sort());
  const next = await codeOf(member);
  expect(next).not.toBe(code);
  expect([await reasonOf(next), await reasonOf(next), await reasonOf(code)]).toEqual([
    'taken',
    refused('used'),
    refused('used'),
  ]);
});

test('a photograph of a code is worth nothing once the code was taken, in its minute and after it', async () => {
  const member = await newMember(shop);
  const photograph = await codeOf(member);
  expect(await reasonOf(photograph)).toBe('taken');
  for (let seconds = 0; seconds < 90; seconds += 15) {
    at += 15_000;
    expect(await reasonOf(photograph)).toBe(refused('used'));
  }
});

test('six codes, one for each minute, work five minutes without a network; each from its minute on and no longer', async () => {
  const member = await newMember(shop);
  const slots = await slotsOf(member);
  expect(slots).toHaveLength(6);
  expect(new Set(slots.map(({ code }) => code)).size).toBe(6);
  expect(Date.parse(slots[5]!.to)).toBeGreaterThanOrEqual(at + 5 * SLOT_MS);
  for (const [nth, { code, from, to }] of slots.entries()) {
    if (nth > 0) expect(from).toBe(slots[nth - 1]!.to);
    at = Date.parse(from) - SLOT_SLACK_MS - 1;
    expect(await reasonOf(code)).toBe(refused('early'));
    at = Date.parse(to) - 1;
    expect([nth, await reasonOf(code)]).toEqual([nth, 'taken']);
  }
});

test('a code is refused 70 seconds after its minute began, and 70 seconds after it ended', async () => {
  const member = await newMember(shop);
  const { code, from, to } = (await slotsOf(member))[1]!;
  at = Date.parse(from) + 70_000;
  expect(await reasonOf(code)).toBe(refused('late'));
  at = Date.parse(to) + 70_000;
  expect(await reasonOf(code)).toBe(refused('late'));
  at = Date.parse(from) + 70_000 - 1;
  expect(await reasonOf(code)).toBe('taken');
});

test('a code of one person with the number of another is nobody’s', async () => {
  const [one, other] = [await newMember(shop), await newMember(shop)];
  const digits = (await codeOf(one)).slice(8);
  expect(await reasonOf(other.cardNo + digits)).toBe(refused('unknown'));
  // and has used up nothing of either
  expect([await reasonOf(one.cardNo + digits), await reasonOf(await codeOf(other))]).toEqual(['taken', 'taken']);
});

test('whatever is changed in a code, and whatever is made up, is refused', async () => {
  const member = await newMember(shop);
  const code = await codeOf(member);
  const forged = fc.oneof(
    fc
      .tuple(fc.nat(15), fc.integer({ min: 1, max: 9 }))
      .map(([place, by]) => code.slice(0, place) + ((Number(code[place]) + by) % 10) + code.slice(place + 1)),
    fc.bigInt({ min: 0n, max: 10n ** 16n - 1n }).map((digits) => String(digits).padStart(16, '0')),
    fc.bigInt({ min: 0n, max: 10n ** 8n - 1n }).map((digits) => member.cardNo + String(digits).padStart(8, '0')),
  );
  await fc.assert(
    fc.asyncProperty(
      forged.filter((text) => text !== code),
      async (text) => {
        expect(await reasonOf(text)).toBe(refused('unknown'));
        // each guess in a time of its own, in which the code itself is still of this minute
        await shop.ctx.db.query({ text: 'delete from till_tries', values: [] });
      },
    ),
    runs(2000),
  );
  expect(await reasonOf(code)).toBe('taken');
});

test('after twenty guesses an employee waits, also with a good code; codes that are late or used are no guesses', async () => {
  const member = await newMember(shop);
  const [first, second] = await slotsOf(member);
  await lookUp(first!.code);
  for (let time = 0; time < 30; time++) expect(await reasonOf(first!.code)).toBe(refused('used'));
  at = Date.parse(second!.from);
  const guesses = Array.from({ length: 25 }, (_, nth) => member.cardNo + String(nth).padStart(8, '0'));
  const answers = await Promise.all(guesses.map((guess) => lookUp(guess)));
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(5);
  expect((await lookUp(second!.code)).body.error).toMatchObject({
    code: 'rate_limited',
    details: { retryAt: expect.any(String) },
  });
  at += 11 * 60_000;
  expect(await reasonOf(await codeOf(member))).toBe('taken');
});

test('a shopper, and whoever is nobody, learns nothing of a code and does not use it up', async () => {
  const member = await newMember(shop);
  const code = await codeOf(member);
  const asShopper = await member.post('/api/till/lookups', { code });
  expect(asShopper).toMatchObject({ status: 403, body: { error: { details: { reason: 'not_staff' } } } });
  for (const token of ['x'.repeat(43), `till_${'x'.repeat(43)}`, owner.token]) {
    expect((await withKey(token, code)).statusCode).toBe(401);
  }
  expect(await reasonOf(code)).toBe('taken');
  expect((await (await shop.shopper()).get('/api/member/till-code')).status).toBe(404);
});

test('a cash desk asks with a key, which is shown once, kept as a hash, and opens nothing once it is revoked', async () => {
  const { body } = await owner.send('POST', '/admin/till-keys', { storeId, name: '一号收银台' });
  const { secret, key } = body;
  expect(key).toMatchObject({ name: '一号收银台', storeName: '湖滨店', ending: secret.slice(-4), lastUsedAt: null });
  const member = await newMember(shop);
  const taken = await withKey(secret, await codeOf(member));
  expect(taken.json()).toMatchObject({ cardNo: member.cardNo });
  const listed = JSON.stringify((await owner.send('GET', '/admin/till-keys')).body);
  const kept = JSON.stringify(await shop.ctx.db.query({ text: 'select * from till_keys', values: [] }));
  const noted = JSON.stringify(await shop.ctx.db.query({ text: 'select * from audit_entries', values: [] }));
  for (const text of [listed, kept, noted]) expect(text).not.toContain(secret.slice(5, 40));
  expect(noted).toContain(`till key ${key.id}`);

  const revoked = await owner.send('POST', `/admin/till-keys/${key.id}/revoke`);
  expect(revoked.body).toMatchObject({ revokedAt: expect.any(String), lastUsedAt: expect.any(String) });
  expect((await withKey(secret, await codeOf(member))).statusCode).toBe(401);
  expect((await owner.send('POST', '/admin/till-keys', { storeId: '1', name: '没有的店' })).status).toBe(404);
});

test('codes that a phone got before two accounts became one still lead to the person, each once', async () => {
  const [older, younger] = [await newMember(shop), await newMember(shop)];
  const offline = await slotsOf(younger);
  expect(await reasonOf(offline[0]!.code)).toBe('taken');
  const pair = { from: younger.userId, into: older.userId, reason: 'phone' } as const;
  await shop.ctx.db.tx((tx) => mergePeople(shop.ctx, tx, pair));
  expect(await reasonOf(offline[0]!.code)).toBe(refused('used'));
  at += SLOT_MS;
  expect((await lookUp(offline[1]!.code)).body).toMatchObject({ cardNo: older.cardNo });
  expect(await reasonOf(await codeOf(older))).toBe('taken');
});

test('the pictures say the code: a reader of QR codes reads it, and the bars are those of ISO/IEC 15417', async () => {
  const { code, qrUrl, barcodeUrl } = (await slotsOf(await newMember(shop)))[0]!;
  const pixels = async (url: string) => {
    expect(url).toMatch(/^data:image\/png;base64,/);
    const png = Buffer.from(url.split(',')[1]!, 'base64');
    return sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  };
  const qr = await pixels(qrUrl);
  expect(jsQR(new Uint8ClampedArray(qr.data), qr.info.width, qr.info.height)?.data).toBe(code);

  const bars = await pixels(barcodeUrl);
  const modules = Array.from({ length: bars.info.width / 4 }, (_, x) => bars.data[x * 16]! === 0);
  expect(modules.slice(10, -10)).toEqual(code128(code));
  expect(modules.slice(0, 10).concat(modules.slice(-10))).not.toContain(true);
  // as another program reads and writes it
  const known =
    '110100111001111001001010011001000111001011001001110011010100011000100010111101100110110011101100100101000011001100011101011';
  expect(code128('8806251733940127').map(Number).join('')).toBe(known);
});
