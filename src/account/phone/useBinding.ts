import { useQueryClient } from '@tanstack/react-query';
import { bindPhone, bindPhoneBySms, type BoundPhone, type PhoneProof } from '@/api/phones';
import { hasCode } from '@/lib/apiError';
import { keys } from '@/lib/queryKeys';
import { useOneChange } from '@/lib/useOneChange';
import { platform } from '@/platform';

export interface Binding {
  isBusy: boolean;
  byProof(proof: PhoneProof): void;
  /** The form says itself that a code is wrong. */
  bySms(phone: string, code: string, onWrong: () => void): void;
}

/** Verifies a number. Whoever turns out to have more elsewhere sees all of it from now on. */
export function useBinding(onDone: () => void): Binding {
  const client = useQueryClient();
  const { busy, run } = useOneChange();
  const settle = async (binding: Promise<BoundPhone>) => {
    const { maskedPhone, verifiedAt, outcome } = await binding;
    client.setQueryData(keys.phone, { maskedPhone, verifiedAt });
    void client.invalidateQueries();
    platform.toast(outcome === 'merged' ? '验证好了，两边的东西合在一起了' : '手机号验证好了');
    onDone();
  };
  return {
    isBusy: busy !== null,
    byProof: (proof) => void run('proof', () => settle(bindPhone(proof))),
    bySms: (phone, code, onWrong) =>
      void run('sms', async () => {
        try {
          await settle(bindPhoneBySms(phone, code));
        } catch (error) {
          if (!hasCode(error, 'sms_code_wrong')) throw error;
          onWrong();
        }
      }),
  };
}
