import { useRead } from '../api/useRead';

/** Who sells now: whoever left gets no new code. */
export function useGuides() {
  const guides = useRead('GET /admin/guides', {}).data?.items ?? [];
  return guides.filter(({ state }) => state === 'active');
}

type Guide = ReturnType<typeof useGuides>[number];

/** Those who work in a store, to choose from; of any store where none is said. A chosen one is said by `name`. */
export const choicesOf = (guides: readonly Guide[], storeId?: string) =>
  guides
    .filter(({ stores }) => !storeId || stores.some(({ id }) => id === storeId))
    .map(({ id, name, stores }) => ({
      value: id,
      name,
      label: [name, ...stores.map((store) => store.name)].join(' · '),
    }));
