import { useQueryClient } from '@tanstack/react-query';
import { openCard } from '@/api/members';
import { bindPhone, type PhoneProof } from '@/api/phones';
import { keys } from '@/lib/queryKeys';
import { useOneChange } from '@/lib/useOneChange';
import { platform } from '@/platform';
import { keep } from '../keptCard';

/** Opens the card; with a proof of the number, that first. Whoever has one elsewhere has it here from then on. */
export function useOpening() {
  const client = useQueryClient();
  const { busy, run } = useOneChange();
  const open = (proof: PhoneProof | null) =>
    void run('open', async () => {
      if (proof) {
        const { maskedPhone, verifiedAt } = await bindPhone(proof);
        client.setQueryData(keys.phone, { maskedPhone, verifiedAt });
      }
      const member = keep('member', await openCard());
      client.setQueryData(keys.member, member);
      // a number may have brought an account with it
      void client.invalidateQueries();
      platform.toast('开好了，欢迎');
    });
  return { isBusy: busy !== null, open };
}
