import type { z } from 'zod';
import type { Region } from '@jishi/contract/addresses';
import { send } from './call';

/** The provinces, or what is below a place. Throws AdminError. */
export async function listRegions(parent?: string): Promise<z.output<typeof Region>[]> {
  const answer = await send('GET', parent ? `/api/regions?parent=${parent}` : '/api/regions');
  return (answer as { items: z.output<typeof Region>[] }).items;
}
