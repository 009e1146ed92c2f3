import { adoptSession, forgetSession, knownToken, renewToken } from '@/lib/session';
import { answer, fakeServer } from '../support/storefront/fakeServer';

const token = (letter: string) => letter.repeat(43);
const session = (letter: string, expiresAt = '2100-01-01T00:00:00.000Z') => ({
  token: token(letter),
  userId: '1',
  visitId: '1',
  expiresAt,
});

function server() {
  return fakeServer({ 'POST /api/sessions': () => answer(201, session('n')) });
}
const sent = (asked: ReturnType<typeof server>) => asked.to('POST /api/sessions').map(({ body }) => body);

test('a first visit has no earlier token to show', async () => {
  const asked = server();
  await renewToken(null);
  expect(sent(asked)).toEqual([expect.not.objectContaining({ previousToken: expect.anything() })]);
});

test('a session that ended is exchanged with its token, so that a guest stays the same person', async () => {
  const asked = server();
  adoptSession(session('o', '2020-01-01T00:00:00.000Z'));
  expect(await renewToken(token('o'))).toBe(token('n'));
  expect(sent(asked)).toEqual([expect.objectContaining({ previousToken: token('o') })]);
  expect(knownToken()).toBe(token('n'));
});

test('what is no token is not sent: the server would refuse the login', async () => {
  const asked = server();
  adoptSession({ ...session('o', '2020-01-01T00:00:00.000Z'), token: 'spoilt' });
  await renewToken('spoilt');
  expect(sent(asked)).toEqual([expect.not.objectContaining({ previousToken: expect.anything() })]);
});

test('a token that another tab has renewed already is taken over without a login', async () => {
  const asked = server();
  adoptSession(session('o'));
  const mine = localStorage.getItem('jishi.session')!;
  localStorage.setItem('jishi.session', mine.replace(token('o'), token('t')));
  expect(await renewToken(token('o'))).toBe(token('t'));
  expect(sent(asked)).toEqual([]);
});

test('a phone that forgot its session has nothing to show either', async () => {
  const asked = server();
  adoptSession(session('o'));
  forgetSession();
  await renewToken(null);
  expect(sent(asked)).toEqual([expect.not.objectContaining({ previousToken: expect.anything() })]);
});
