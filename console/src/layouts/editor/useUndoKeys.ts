import { useEffect } from 'react';

/** ⌘Z and ⇧⌘Z, or Ctrl. In a text field too: its letters are steps of the same history. */
export function useUndoKeys(undo: () => void, redo: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.metaKey || event.ctrlKey) || event.key.toLowerCase() !== 'z' || event.defaultPrevented) return;
      // a dialog's fields are not the document's
      if (event.target instanceof Element && event.target.closest('[role=dialog]')) return;
      event.preventDefault();
      if (event.shiftKey) redo();
      else undo();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [undo, redo]);
}
