import { useCallback, useReducer } from 'react';
import type { DraftDocument } from './blocks';
import { change, redo, startHistory, undo, type History } from './history';

type Edit = (document: DraftDocument) => DraftDocument;
type Step = { edit: Edit; what: string; at: number } | 'undo' | 'redo';

function step(history: History<DraftDocument>, next: Step): History<DraftDocument> {
  if (next === 'undo') return undo(history);
  if (next === 'redo') return redo(history);
  return change(history, next.edit(history.now), next.what, next.at);
}

/** The edited document with its undo and redo. */
export function useDocument(first: DraftDocument) {
  const [history, dispatch] = useReducer(step, first, startHistory<DraftDocument>);
  /** `what` names a field whose letters are undone together; '' makes a step of its own. */
  const edit = useCallback((change: Edit, what = '') => dispatch({ edit: change, what, at: Date.now() }), []);
  return {
    document: history.now,
    edit,
    undo: useCallback(() => dispatch('undo'), []),
    redo: useCallback(() => dispatch('redo'), []),
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
  };
}
