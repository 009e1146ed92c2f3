import { useEffect, useRef, useState } from 'react';
import type { AdminOk } from '../api/call';
import { draftOf, newDraft, type Draft } from './draft';
import { mergeDrafts } from './mergeDrafts';

type Product = AdminOk<'GET /admin/products/:productId'>;

/** What the form began with, and at which revision. */
interface Base {
  draft: Draft;
  revision: number;
}

const baseOf = (product: Product | null): Base =>
  product ? { draft: draftOf(product), revision: product.revision } : { draft: newDraft(), revision: 0 };

/** What is being typed, on top of what the server held when it was begun. `isBusy`: what comes is our own write. */
export function useProductDraft(product: Product | null, isBusy: boolean) {
  const [base, setBase] = useState(() => baseOf(product));
  const [draft, setDraft] = useState(base.draft);
  /** What was typed, while the other one's is looked at. */
  const [aside, setAside] = useState<{ base: Draft; mine: Draft } | null>(null);
  const sent = useRef(draft);
  const isChanged = draft !== base.draft;
  const theirs = product && !isBusy && product.revision > base.revision ? product : null;

  const begin = (next: Base, typed = next.draft) => {
    setBase(next);
    setDraft(typed);
  };
  useEffect(() => {
    // nothing has been typed: there is nothing to ask
    if (theirs && !isChanged) begin(baseOf(theirs));
  }, [theirs, isChanged]);

  return {
    draft,
    isChanged,
    base: base.draft,
    put: (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes })),
    /** Somebody else's, newer than what was begun with. */
    theirs: isChanged ? theirs : null,
    /** Mine goes on top of theirs; nothing is sent yet. */
    keepMine(saved: Product) {
      const next = baseOf(saved);
      begin(next, mergeDrafts(base.draft, draft, next.draft));
    },
    takeTheirs(saved: Product) {
      setAside({ base: base.draft, mine: draft });
      begin(baseOf(saved));
    },
    /** Brings back what was typed before theirs was taken; null: nothing was. */
    bringBack:
      aside &&
      (() => {
        setDraft(mergeDrafts(aside.base, aside.mine, draft));
        setAside(null);
      }),
    /** What is sent now, and on top of which revision. */
    send() {
      sent.current = draft;
      return { draft, revision: base.revision };
    },
    /** It has come back; what was typed since goes on top of it. */
    load(saved: Product) {
      const next = baseOf(saved);
      setAside(null);
      setBase(next);
      setDraft((now) => (now === sent.current ? next.draft : mergeDrafts(sent.current, now, next.draft)));
    },
  };
}
