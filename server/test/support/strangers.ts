import fc from 'fast-check';
import { z } from 'zod';
import type { RouteShape } from '@jishi/contract/defineRoutes';
import { valueOf } from './openapiRequests';

/** A body that the route's schema accepts, so that a refusal is about what the address names. */
export function bodyFor(route: Pick<RouteShape, 'body'>): unknown {
  const { body } = route;
  if (!body) return undefined;
  const candidates = fc.sample(valueOf(z.toJSONSchema(body, { io: 'input' }) as never), { numRuns: 200, seed: 7 });
  const fitting = candidates.find((candidate) => body.safeParse(candidate).success);
  if (fitting === undefined) throw new Error('no body was found that the schema accepts');
  return fitting;
}
