import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { sentenceOf } from './adminError';
import { call, type AdminInput, type AdminOk, type AdminRouteName } from './call';
import type { ReadRoute } from './useRead';

interface WriteOptions<N extends AdminRouteName> {
  /** What reads differently afterwards. */
  changes: readonly ReadRoute[];
  /** Said when it is done. */
  done?: string;
  onDone?(answer: AdminOk<N>): void;
  /** True: has said it itself, beside the field it is about. */
  onRefused?(error: unknown): boolean | void;
}

/** A write: what it changes is read again, and why it failed is said. */
export function useWrite<N extends AdminRouteName>(route: N, { changes, done, onDone, onRefused }: WriteOptions<N>) {
  const { message } = App.useApp();
  const queries = useQueryClient();
  return useMutation<AdminOk<N>, unknown, AdminInput<N>>({
    mutationFn: (input) => call(route, input),
    onSuccess: async (answer) => {
      await Promise.all(changes.map((changed) => queries.invalidateQueries({ queryKey: [changed] })));
      if (done) void message.success(done);
      onDone?.(answer);
    },
    onError: (error) => {
      if (onRefused?.(error) !== true) void message.error(sentenceOf(error));
    },
  });
}
