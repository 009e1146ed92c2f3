import { useEffect, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { STALE } from '@/lib/queries';
import { keys } from '@/lib/queryKeys';
import { platform } from '@/platform';
import { listTemplates, tellAccepted, tellUntold, type Moment } from './messages';

/** `later`: the super-app could not ask, or the person closed its question. */
export type Said = 'yes' | 'no' | 'later';

/**
 * Leave to send messages about a moment. `ask` opens the super-app's own question and must be called in a tap, before
 * anything is waited for: the templates are therefore fetched when the page opens. Where the super-app or the shop has
 * none, `isOffered` is false and `ask` does nothing.
 */
export function useMessages(moment: Moment): { isOffered: boolean; said: Said | null; ask(): Promise<Said> } {
  const hasMessages = platform.has('messages');
  const [said, setSaid] = useState<Said | null>(null);
  const { data } = useQuery({
    queryKey: keys.messageTemplates(moment),
    queryFn: () => listTemplates(moment),
    enabled: hasMessages,
    staleTime: STALE.shop,
  });
  useEffect(() => {
    if (hasMessages) void tellUntold();
  }, [hasMessages]);

  const ids = data?.items.map(({ templateId }) => templateId) ?? [];
  const ask = async (): Promise<Said> => {
    if (ids.length === 0) return 'later';
    const result = await platform.askMessages(ids);
    const accepted = result.status === 'ok' ? result.value.accepted : [];
    if (accepted.length > 0) void tellAccepted(accepted);
    const word = accepted.length > 0 ? 'yes' : result.status === 'ok' || result.status === 'denied' ? 'no' : 'later';
    setSaid(word);
    return word;
  };
  return { isOffered: ids.length > 0, said, ask };
}
