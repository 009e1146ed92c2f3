import type { Role } from '@jishi/contract/plain/roles';
import { useSession } from './session';

/** Whether whoever is signed in has one of these roles; the server asks again. */
export function useRole(...roles: readonly Role[]): boolean {
  const role = useSession().data?.employee?.role;
  return role !== undefined && roles.includes(role);
}
