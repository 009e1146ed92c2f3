import { useQuery } from '@tanstack/react-query';
import type { AdminOk } from './call';
import { send } from './call';

export type Employee = AdminOk<'GET /admin/session'>;

/** Who is signed in, and whether the shop still waits for its first owner. */
export interface SessionState {
  employee: Employee | null;
  needsOwner: boolean;
}

export const sessionKey = ['session'] as const;

/** `GET /session` of the console's origin: never refused, says who it is. */
export function useSession() {
  return useQuery({
    queryKey: sessionKey,
    queryFn: async () => (await send('GET', '/session')) as SessionState,
    staleTime: 60_000,
  });
}

/** The cookie is set by the answer. Throws AdminError: `login_failed`, `rate_limited`. */
export async function signIn(loginName: string, password: string): Promise<SessionState> {
  return (await send('POST', '/session', { loginName, password })) as SessionState;
}

/** The one-time password of the terminal makes the first owner. Throws AdminError: `login_failed`, `conflict`. */
export async function createOwner(input: {
  token: string;
  loginName: string;
  password: string;
  name: string;
}): Promise<SessionState> {
  return (await send('POST', '/session/owner', input)) as SessionState;
}

export async function signOut(): Promise<void> {
  await send('DELETE', '/session');
}
