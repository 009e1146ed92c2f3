import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { sentenceOf } from '../api/adminError';
import type { AdminOk } from '../api/call';
import { upload } from '../api/upload';

export type Asset = AdminOk<'POST /admin/assets'>;

export interface Upload {
  key: number;
  name: string;
  /** 0 to 1; the rest of the way is the server looking at it. */
  share: number;
  /** Why it was refused. */
  failure: string | null;
}

let sent = 0;

/** Uploads pictures one after another: what is on its way, and what was refused and why. */
export function useUpload(onDone: (asset: Asset) => void) {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const queries = useQueryClient();
  const change = (key: number, part: Partial<Upload>) =>
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const drop = (key: number) => setUploads((all) => all.filter((one) => one.key !== key));

  const send = async (files: readonly File[]) => {
    const batch = files.map((file) => ({ file, key: (sent += 1) }));
    setUploads((all) => [...all, ...batch.map(({ file, key }) => ({ key, name: file.name, share: 0, failure: null }))]);
    for (const { file, key } of batch) {
      try {
        onDone(await upload('POST /admin/assets', file, (share) => change(key, { share })));
        drop(key);
      } catch (error) {
        change(key, { failure: sentenceOf(error) });
      }
    }
    await queries.invalidateQueries({ queryKey: ['GET /admin/assets'] });
  };
  return { uploads, send: (files: readonly File[]) => void send(files), drop };
}
