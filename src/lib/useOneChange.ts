import { useRef, useState } from 'react';
import { showError } from './showError';

/** One change at a time: a second tap while it runs does nothing, and a failure is said. `busy` names what runs. */
export function useOneChange() {
  const [busy, setBusy] = useState<string | null>(null);
  // state is a frame late for a double tap
  const isRunning = useRef(false);
  const run = async (name: string, work: () => Promise<unknown>) => {
    if (isRunning.current) return;
    isRunning.current = true;
    setBusy(name);
    try {
      await work();
    } catch (error) {
      showError(error);
    } finally {
      isRunning.current = false;
      setBusy(null);
    }
  };
  return { busy, run };
}
