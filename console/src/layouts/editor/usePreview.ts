import { useEffect, useMemo, useRef, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { PREVIEW_PROTOCOL, type BlockBox, type ToFrame } from '@jishi/contract/plain/preview';
import type { Platform } from '@jishi/contract/plain/platforms';
import { call } from '../../api/call';
import type { DraftDocument } from '../draft/blocks';
import { wholeBlock } from '../draft/problems';
import { readFrameMessage } from './readFrameMessage';

/** For whom the page is drawn, and when. */
export interface Viewer {
  platform: Platform;
  isMember: boolean;
  at: string | null;
}

interface PreviewInput {
  pageId: string;
  document: DraftDocument;
  viewer: Viewer;
  selectedId: string | null;
  onPick(blockId: string): void;
}

interface Drawn {
  boxes: BlockBox[];
  hiddenBlockIds: string[];
  failedBlockIds: string[];
}

type ToSend<T = ToFrame> = T extends unknown ? Omit<T, 'protocol'> : never;

/** A new pass a minute before the old one ends. */
const EARLY_MS = 60_000;

/** The H5 storefront in a frame of its own origin: it is told what to draw, and tells where the blocks came to stand. */
export function usePreview({ pageId, document, viewer, selectedId, onPick }: PreviewInput) {
  const frame = useRef<HTMLIFrameElement>(null);
  const revision = useRef(0);
  const newest = useRef(document);
  newest.current = document;
  const [ready, setReady] = useState(0);
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const [top, setTop] = useState(0);
  const pass = useQuery({
    queryKey: ['preview', pageId],
    queryFn: () => call('POST /admin/layouts/:pageId/previews', { params: { pageId } }),
    staleTime: Infinity,
    gcTime: 0,
    refetchIntervalInBackground: true,
    refetchInterval: ({ state: { data } }) =>
      data ? Math.max(EARLY_MS, Date.parse(data.expiresAt) - Date.now() - EARLY_MS) : false,
  });
  const url = pass.data?.frameUrl;
  const origin = useMemo(() => (url ? new URL(url).origin : null), [url]);
  const wholeDocument = useWholeDocument(document);

  useEffect(() => {
    const hear = ({ source, origin: from, data }: MessageEvent) => {
      if (from !== origin || source !== frame.current?.contentWindow) return;
      const message = readFrameMessage(data);
      if (message?.kind === 'ready') setReady((count) => count + 1);
      if (message?.kind === 'drawn') setDrawn(message);
      if (message?.kind === 'scrolled') setTop(message.top);
      if (message?.kind === 'picked' && hasBlock(newest.current, message.blockId)) onPick(message.blockId);
    };
    addEventListener('message', hear);
    return () => removeEventListener('message', hear);
  }, [origin, onPick]);

  useEffect(() => {
    if (ready === 0 || !origin) return;
    revision.current += 1;
    send(frame.current, origin, { kind: 'document', revision: revision.current, document: wholeDocument, ...viewer });
  }, [wholeDocument, viewer, ready, origin]);

  // told again once it is drawn: a new block can be shown only then
  const isDrawn = drawn?.boxes.some(({ blockId }) => blockId === selectedId) ?? false;
  useEffect(() => {
    if (ready > 0 && origin) send(frame.current, origin, { kind: 'select', blockId: selectedId });
  }, [selectedId, isDrawn, ready, origin]);

  return { frame, pass, isReady: ready > 0, drawn, top };
}

const hasBlock = ({ blocks }: DraftDocument, blockId: string) => blocks.some(({ id }) => id === blockId);

function send(frame: HTMLIFrameElement | null, origin: string, message: ToSend): void {
  frame?.contentWindow?.postMessage({ protocol: PREVIEW_PROTOCOL, ...message }, origin);
}

/** Only blocks that are right: of one that is half filled in, what it was when it last was right. */
function useWholeDocument(document: DraftDocument): DraftDocument {
  const last = useRef(new Map<string, object>());
  return useMemo(() => {
    const blocks = document.blocks.flatMap((block) => {
      const whole = wholeBlock(block) ?? last.current.get(block.id);
      if (whole) last.current.set(block.id, whole);
      return whole ?? [];
    });
    return { ...document, blocks } as DraftDocument;
  }, [document]);
}
