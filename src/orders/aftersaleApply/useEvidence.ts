import { useRef, useState } from 'react';
import { MAX_EVIDENCE } from '@jishi/contract/plain/aftersales';
import { uploadPicture } from '@/api/uploads';
import { offerSettings } from '@/lib/offerSettings';
import { randomId } from '@/lib/randomId';
import { errorText } from '@/lib/showError';
import { platform } from '@/platform';

export interface Evidence {
  key: string;
  /** On this phone. */
  path: string;
  /** Where it is: on its way, at the server under this id, or not sent. */
  state: { is: 'sending' } | { is: 'sent'; id: string } | { is: 'failed'; problem: string };
}

const DENIED = {
  denied: '没有看照片的权限，可以在设置里打开',
  withoutConsent: '没有同意隐私说明，这次不加图片了',
};

/** Pictures that show what is wrong: each is sent as soon as it is chosen, and can be taken out again. */
export function useEvidence() {
  const [pictures, setPictures] = useState<readonly Evidence[]>([]);
  const gone = useRef(new Set<string>());
  const set = (key: string, state: Evidence['state']) =>
    setPictures((all) => all.map((one) => (one.key === key ? { ...one, state } : one)));

  const send = async ({ key, path }: Pick<Evidence, 'key' | 'path'>) => {
    set(key, { is: 'sending' });
    try {
      const { id } = await uploadPicture(path);
      set(key, { is: 'sent', id });
    } catch (error) {
      set(key, { is: 'failed', problem: errorText(error) });
    }
  };

  return {
    pictures,
    /** Where the host has no pictures to choose from, none are asked for. */
    canAdd: platform.has('chooseImages') && pictures.length < MAX_EVIDENCE,
    isSending: pictures.some(({ state }) => state.is === 'sending'),
    hasFailed: pictures.some(({ state }) => state.is === 'failed'),
    ids: pictures.flatMap(({ state }) => (state.is === 'sent' ? [state.id] : [])),
    add: async () => {
      const result = await platform.chooseImages(MAX_EVIDENCE - pictures.length);
      if (result.status === 'denied') await offerSettings(result.code, DENIED);
      else if (result.status === 'failed') platform.toast('没有选到图片，请再试一次');
      if (result.status !== 'ok') return;
      const chosen = result.value.map(({ path }) => ({ key: randomId(), path, state: { is: 'sending' } as const }));
      setPictures((all) => [...all, ...chosen].slice(0, MAX_EVIDENCE));
      // one after the other: a phone's way up is narrow
      for (const picture of chosen) if (!gone.current.has(picture.key)) await send(picture);
    },
    retry: (picture: Evidence) => void send(picture),
    remove: (key: string) => {
      gone.current.add(key);
      setPictures((all) => all.filter((one) => one.key !== key));
    },
  };
}
