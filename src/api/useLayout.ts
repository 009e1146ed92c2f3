import { useEffect, useRef, useState } from 'react';
import { useDidShow, usePageScroll, usePullDownRefresh, useRouter } from '@tarojs/taro';
import { useQuery } from '@tanstack/react-query';
import type { AnyBlock, LayoutDocument } from '@jishi/contract/layouts';
import { LAYOUT_PAGES, type LayoutPage } from '@jishi/contract/plain/layouts';
import { hasCode } from '@/lib/apiError';
import { usePreviewed } from '@/lib/previewed';
import { readParam } from '@/lib/routes';
import { preview } from '@/platform/preview';
import { layoutQuery } from './layouts';
import { useLayoutReports } from './useLayoutReports';
import { useOpenBlocks } from './useOpenBlocks';

const pageOf = (slug: string): LayoutPage =>
  LAYOUT_PAGES.find((page) => page === slug && page !== 'campaign') ?? 'campaign';

export interface Layout {
  /** Null while nothing is known of it, which no page with a bundled one ever sees. */
  document: LayoutDocument | null;
  /** Those whose time it is; the bundled ones where none of them can be drawn. */
  blocks: readonly AnyBlock[];
  error: unknown;
  retry(): void;
  /** The shopper has begun to look around in a part that scrolls by itself. */
  onTouch(): void;
  /** A block that could not be drawn. */
  onFailed(blockId: string): void;
}

/**
 * The layout of the page that calls it: what is on the disk, else `bundled`, at once. A newer one takes its place before
 * the shopper has scrolled, or at the next show; blocks open and close at their second.
 */
export function useLayout(slug: string, bundled: LayoutDocument | null = null): Layout {
  const token = readParam(useRouter().params.preview);
  const { data, error, dataUpdatedAt, refetch } = useQuery({ ...layoutQuery(slug, token), enabled: !preview });
  const [shown, setShown] = useState(data);
  const newest = useRef(data);
  newest.current = data;
  const hasScrolled = useRef(false);
  const isFirst = useRef(true);
  const ask = () => void refetch({ cancelRefetch: false });

  useEffect(() => {
    if (!hasScrolled.current) setShown(data);
  }, [data]);
  const onTouch = () => {
    hasScrolled.current = true;
  };
  usePageScroll(onTouch);
  usePullDownRefresh(() => {
    hasScrolled.current = false;
  });
  useDidShow(() => {
    hasScrolled.current = false;
    setShown(newest.current);
    if (!isFirst.current && !preview) ask();
    isFirst.current = false;
  });

  const kept = hasCode(error, 'not_found') ? undefined : shown;
  const previewed = usePreviewed((state) => (state.page === pageOf(slug) ? state.previewed : null));
  const document = previewed ? previewed.document : (kept?.document ?? bundled);
  const open = useOpenBlocks(document, kept?.nextChangeAt ?? null, dataUpdatedAt, ask);
  const { failedIds, onFailed } = useLayoutReports(document, kept, previewed);
  // an answer of which nothing can be drawn would leave the page empty
  const own = open.some(({ id }) => !failedIds.includes(id)) ? open : (bundled?.blocks ?? open);
  return { document, blocks: previewed ? previewed.blocks : own, error, retry: ask, onTouch, onFailed };
}
