import { toPoint } from './location';
import type { Platform } from './types';

const DENIED = 1;
/** A place found minutes ago is near enough for a list of stores. */
const OPTIONS = { timeout: 10_000, maximumAge: 300_000 };

/** The browser's location; browsers have none on plain http. */
export const browserLocation: Pick<Platform, 'getLocation' | 'isLocationAllowed'> = {
  getLocation: () =>
    new Promise((resolve) => {
      if (!navigator.geolocation) {
        resolve({ status: 'unsupported', code: 'absent' });
        return;
      }
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => resolve(toPoint(coords)),
        ({ code }) => resolve({ status: code === DENIED ? 'denied' : 'failed', code: String(code) }),
        OPTIONS,
      );
    }),
  async isLocationAllowed() {
    try {
      return (await navigator.permissions.query({ name: 'geolocation' })).state === 'granted';
    } catch {
      return false;
    }
  },
};
