import { useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { recordVisit } from '@/api/history';
import { keys } from '@/lib/queryKeys';

/** Puts a product that was really shown into the history, once each time its page opens. May fail quietly. */
export function useRecordVisit(productId: string, isShown: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!isShown) return;
    recordVisit(productId).then(
      () => client.invalidateQueries({ queryKey: keys.history }),
      () => undefined,
    );
  }, [client, productId, isShown]);
}
