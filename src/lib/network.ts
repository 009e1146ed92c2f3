import { create } from 'zustand';

/** What the shopper is told about the connection; `back` only for a moment after `down`. */
export const useNetwork = create<{ state: 'up' | 'down' | 'back' }>(() => ({ state: 'up' }));

const BACK_MS = 2_500;

let lost = 0;

/** The word of the phone. An answer that comes all the same is believed more. */
export function setNetwork(isUp: boolean): void {
  const isDown = useNetwork.getState().state === 'down';
  if (!isUp) useNetwork.setState({ state: 'down' });
  else if (isDown) {
    useNetwork.setState({ state: 'back' });
    setTimeout(() => {
      if (useNetwork.getState().state === 'back') useNetwork.setState({ state: 'up' });
    }, BACK_MS);
  }
}

/** What became of a request: one that is lost is bad luck, two in a row are a connection that is down. */
export function noteRequest(isAnswered: boolean): void {
  lost = isAnswered ? 0 : lost + 1;
  if (isAnswered || lost > 1) setNetwork(isAnswered);
}
