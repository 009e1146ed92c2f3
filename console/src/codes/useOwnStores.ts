import { useSession } from '../api/session';
import { useRead } from '../api/useRead';
import { useRole } from '../api/useRole';

/** The stores that whoever is signed in makes codes for; `mustChoose`: of one of their own, and of no other. */
export function useOwnStores() {
  const employee = useSession().data?.employee;
  const isManager = useRole('store_manager');
  const all = useRead('GET /admin/stores', {}).data?.items ?? [];
  const stores = isManager ? all.filter(({ id }) => employee?.storeIds.includes(id)) : all;
  return { stores, mustChoose: isManager };
}
