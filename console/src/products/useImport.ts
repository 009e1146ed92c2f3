import { useEffect, useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { AdminOk } from '../api/call';
import { useRead } from '../api/useRead';

export type ImportRun = NonNullable<AdminOk<'GET /admin/products/import'>['run']>;

const EVERY_MS = 1000;

/** The import that runs, followed to its end, or the last one. What it changed is read again when it is over. */
export function useImport(isEnabled: boolean) {
  const queries = useQueryClient();
  const [isFollowed, setFollowed] = useState(false);
  const { data } = useRead('GET /admin/products/import', {}, { isEnabled, everyMs: isFollowed ? EVERY_MS : 0 });
  const run = data?.run ?? null;
  const isRunning = run?.state === 'running';
  const mark = data && `${run?.id ?? ''} ${run?.state ?? ''}`;
  const known = useRef(mark);
  useEffect(() => {
    // a short one is over before it was ever seen to run
    if (known.current !== undefined && known.current !== mark && !isRunning) void queries.invalidateQueries();
    known.current = mark;
    setFollowed(isRunning);
  }, [mark, isRunning, queries]);
  return { run, isRunning };
}

/** How far it is, 0 to 100, over its three parts. */
export function shareOf({ phase, done, total }: ImportRun): number {
  const [from, part] = ({ check: [0, 30], pictures: [30, 40], save: [70, 30] } as const)[phase];
  return Math.round(from + part * (total > 0 ? Math.min(1, done / total) : 1));
}
