import type { Platform, PrivacyAsk } from './types';

const KEY = 'jishi.privacy';

interface Store {
  readText(key: string): string | null;
  writeText(key: string, value: string): void;
}

/**
 * The web page's own consent, which no host asks for. `agreed` resolves with the person's word, asking when it was never
 * given; without a listener the browser's own question must do.
 */
export function browserPrivacy({ readText, writeText }: Store) {
  let listener: ((ask: PrivacyAsk) => void) | null = null;
  const isAgreed = () => listener === null || readText(KEY) === 'agreed';
  const privacy: Pick<Platform, 'privacy' | 'onPrivacyNeed'> = {
    privacy: async () => ({ isAgreed: isAgreed(), contract: '' }),
    onPrivacyNeed(next) {
      listener = next;
    },
  };
  return {
    privacy,
    isAgreed,
    agreed: () =>
      new Promise<boolean>((resolve) => {
        if (isAgreed()) return resolve(true);
        listener?.({
          shown: () => undefined,
          agree() {
            writeText(KEY, 'agreed');
            resolve(true);
          },
          refuse: () => resolve(false),
        });
      }),
  };
}
