import { focusManager, type Query, type QueryClient } from '@tanstack/react-query';
import { ApiError } from './apiError';
import { useNetwork } from './network';
import { send } from './send';

/** Between two attempts at what a page failed to load, in ms; the last one repeats. */
export const PAUSES = [2_000, 4_000, 8_000, 15_000, 30_000];

/** A refusal stays one; what was lost, late, broken or not from our server may come the next time. */
function mayHeal({ state: { status, error } }: Query): boolean {
  if (status !== 'error') return false;
  if (!(error instanceof ApiError)) return true;
  return error.status < 400 || error.status >= 500 || ['bad_answer', 'rate_limited'].includes(error.code);
}

/**
 * Asks again for whatever a page in memory failed to load, with growing pauses, and at once when the network or the
 * shopper is back. The page keeps what it shows, its error included, until an answer is there. Answers the function
 * that asks at once.
 */
export function wireHealing(client: QueryClient): () => void {
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const broken = () => client.getQueryCache().findAll({ type: 'active', fetchStatus: 'idle', predicate: mayHeal });
  const isDown = () => useNetwork.getState().state === 'down';

  const plan = () => {
    if (!isDown() && broken().length === 0) turn = 0;
    else timer ??= setTimeout(() => void heal(), PAUSES[Math.min(turn++, PAUSES.length - 1)]);
  };

  const heal = async () => {
    clearTimeout(timer);
    timer = undefined;
    // nobody looks; the return comes here again
    if (!focusManager.isFocused()) return;
    const queries = broken();
    if (queries.length > 0) await Promise.all(queries.map((query) => mend(client, query)));
    else if (isDown()) await send({ method: 'GET', path: '/api/shop' }).catch(() => undefined);
    plan();
  };

  client.getQueryCache().subscribe((event) => {
    if (event.type === 'updated' && ['error', 'success'].includes(event.action.type)) plan();
  });
  useNetwork.subscribe(plan);
  return () => {
    turn = 0;
    void heal();
  };
}

/** Fetching would turn the page's error into a skeleton at every attempt, so the question is asked beside the query. */
async function mend(client: QueryClient, query: Query): Promise<void> {
  const { queryFn, initialPageParam: pageParam } = query.options as {
    queryFn?: (context: { pageParam: unknown }) => Promise<unknown>;
    initialPageParam?: unknown;
  };
  try {
    if (query.state.data !== undefined || !queryFn) {
      await query.fetch();
      return;
    }
    const answer = await queryFn({ pageParam });
    client.setQueryData(
      query.queryKey,
      pageParam === undefined ? answer : { pages: [answer], pageParams: [pageParam] },
    );
  } catch {
    // asked again after the next pause
  }
}
