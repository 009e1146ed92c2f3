import type { RouteOk } from '@jishi/contract/routes';
import { platform } from '@/platform';
import { preview } from '@/platform/preview';
import { ApiError } from './apiError';
import { randomId } from './randomId';
import { send } from './send';

type Session = RouteOk<'POST /api/sessions'>;

const SESSION_KEY = 'jishi.session';
const DEVICE_KEY = 'jishi.device';

let current: Session | null | undefined;
let login: Promise<Session> | null = null;

/** Made once for this phone and kept. */
export function deviceId(): string {
  const kept = platform.readText(DEVICE_KEY);
  if (kept) return kept;
  const made = randomId();
  platform.writeText(DEVICE_KEY, made);
  return made;
}

/** The token at hand, without asking anybody. */
export function knownToken(): string | null {
  // the console looks at the shop as nobody
  if (preview) return null;
  if (current === undefined) current = readKept();
  return current?.token ?? null;
}

/** Whose token it is; null before the first login. What is kept on the phone for one person is nobody else's. */
export function knownPerson(): string | null {
  return knownToken() === null ? null : (current?.userId ?? null);
}

/**
 * The token, after a silent login where there is none. Callers at the same time share one login.
 * Throws ApiError (`login_failed`, `platform_unavailable`, `offline` …).
 */
export async function getToken(): Promise<string> {
  return knownToken() ?? (await renewToken(null));
}

/** A new token in place of one that the server refused. A caller whose token is already replaced gets the new one. */
export async function renewToken(refused: string | null): Promise<string> {
  const known = knownToken();
  if (known && known !== refused) return known;
  // another tab of the browser may have been first
  const kept = readKept();
  if (kept && kept.token !== refused) {
    current = kept;
    return kept.token;
  }
  login ??= logIn().finally(() => {
    login = null;
  });
  return (await login).token;
}

async function logIn(): Promise<Session> {
  const previousToken = endedToken();
  const result = await platform.login();
  // without a login here one is a guest; any other failure must not split a member from their orders
  if (result.status !== 'ok' && result.status !== 'unsupported') throw new ApiError('login_failed', 0, result.code);
  const session = (await send({
    method: 'POST',
    path: '/api/sessions',
    body: {
      platform: platform.name,
      appId: platform.appId(),
      deviceId: deviceId(),
      launch: clip(platform.launch()),
      ...(result.status === 'ok' && { code: result.value }),
      ...(previousToken && { previousToken }),
    },
  })) as Session;
  if (!session.token) throw new ApiError('bad_answer', 200);
  adoptSession(session);
  return session;
}

/** The session that the server gave in place of this one, which it has ended. */
export function adoptSession(session: Session): void {
  current = session;
  platform.writeText(SESSION_KEY, JSON.stringify(session));
}

function readKept(): Session | null {
  const kept = readAny();
  return kept && Date.parse(kept.expiresAt) > Date.now() ? kept : null;
}

/** Ended or not: with it the server knows a guest again. What is no token it would refuse. */
function endedToken(): string | null {
  const token = readAny()?.token ?? '';
  return /^[\w-]{43}$/.test(token) ? token : null;
}

function readAny(): Session | null {
  try {
    return JSON.parse(platform.readText(SESSION_KEY) ?? 'null') as Session | null;
  } catch {
    return null;
  }
}

/** Anyone can put anything into a link; the server refuses what is too long. */
function clip({ path, query, scene }: ReturnType<typeof platform.launch>) {
  const entries = Object.entries(query).filter(([key]) => key.length <= 60);
  return {
    path: path.slice(0, 300),
    query: Object.fromEntries(entries.map(([key, value]) => [key, value.slice(0, 500)])),
    scene: scene.slice(0, 40),
  };
}

/** Leaves the session, here only; tests start from nothing with it. */
export function forgetSession(): void {
  current = null;
  platform.removeText(SESSION_KEY);
}
