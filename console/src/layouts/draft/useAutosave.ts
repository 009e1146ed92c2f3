import { useCallback, useEffect, useRef, useState } from 'react';
import { call, type AdminOk } from '../../api/call';
import { hasCode, sentenceOf } from '../../api/adminError';
import type { DraftDocument } from './blocks';
import type { Problem } from './problems';

export type SaveState =
  | { is: 'saved'; at: Date | null }
  | { is: 'waiting' }
  | { is: 'saving' }
  | { is: 'failed'; text: string }
  /** Somebody else saved first: nothing is sent until the person has chosen. */
  | { is: 'overtaken'; editedBy: string; editedAt: string | null };

type Saved = AdminOk<'PUT /admin/layouts/:pageId/draft'>;

const PAUSE_MS = 800;

interface AutosaveInput {
  pageId: string;
  document: DraftDocument;
  /** What the server holds when the editor opens. */
  revision: number;
  problems: Problem[];
}

/** Saves what is edited after a short pause, one call at a time, each on top of the revision that it was made from. */
export function useAutosave({ pageId, document, revision, problems }: AutosaveInput) {
  const [state, setState] = useState<SaveState>({ is: 'saved', at: null });
  const [answer, setAnswer] = useState<Pick<Saved, 'problems' | 'revision'>>({ problems, revision });
  const newest = useRef(document);
  const held = useRef({ document, revision });
  const flight = useRef<Promise<boolean> | null>(null);
  const savedAt = useRef<Date | null>(null);
  const isStopped = useRef(false);
  newest.current = document;

  const send = useCallback(async (): Promise<boolean> => {
    while (newest.current !== held.current.document) {
      if (isStopped.current) return false;
      const sent = newest.current;
      setState({ is: 'saving' });
      try {
        const saved = await call('PUT /admin/layouts/:pageId/draft', {
          params: { pageId },
          body: { document: sent, revision: held.current.revision },
        });
        held.current = { document: sent, revision: saved.revision };
        savedAt.current = new Date();
        setAnswer(saved);
      } catch (error) {
        isStopped.current = hasCode(error, 'draft_changed');
        setState(stateOf(error));
        return false;
      }
    }
    setState((before) => (before.is === 'saving' ? { is: 'saved', at: savedAt.current } : before));
    return true;
  }, [pageId]);

  /** Saves now what is not saved yet. False: it could not be. */
  const save = useCallback(async (): Promise<boolean> => {
    flight.current ??= send().finally(() => {
      flight.current = null;
    });
    return flight.current;
  }, [send]);

  useEffect(() => {
    if (isStopped.current) return undefined;
    if (document === held.current.document) {
      // undone before it was saved: there is nothing to save any more
      setState((before) => (before.is === 'waiting' ? { is: 'saved', at: savedAt.current } : before));
      return undefined;
    }
    setState((before) => (before.is === 'saving' ? before : { is: 'waiting' }));
    const timer = setTimeout(() => void save(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [document, save]);

  // going to another page of the console saves too
  useEffect(() => () => void save(), [save]);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (newest.current !== held.current.document) event.preventDefault();
    };
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, []);

  /** The other one's draft was taken over: what is edited from now on is on top of it. */
  const goOnFrom = useCallback((document: DraftDocument, revision: number) => {
    held.current = { document, revision };
    isStopped.current = false;
    setState({ is: 'saved', at: null });
  }, []);

  return { state, save, goOnFrom, problems: answer.problems, revision: () => held.current.revision };
}

function stateOf(error: unknown): SaveState {
  if (!hasCode(error, 'draft_changed')) return { is: 'failed', text: sentenceOf(error) };
  const { editedBy = '', editedAt = null } = (error.details ?? {}) as { editedBy?: string; editedAt?: string | null };
  return { is: 'overtaken', editedBy, editedAt };
}
