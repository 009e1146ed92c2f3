import type { Locator, Page } from 'playwright-core';
import type { FaultKind } from '../../test/support/screen/fault';
import type { Stage } from './stage';

/** What a page may be waiting for, have got, or be missing. `detail` is any other state worth looking at. */
export type StateKind = 'filled' | 'loading' | 'error' | 'empty' | 'detail';

/** One screenshot: what is on it, how to get there, and what to look at. */
export interface Screen {
  /** Of the file, without `.png`. */
  name: string;
  /** A name in PATHS of src/lib/routes.ts, or the gallery of the development build. */
  page: string;
  kind: StateKind;
  /** Behind `?`. */
  query?(stage: Stage): string;
  /**
   * `regular` has a cart, orders, favourites and a guide; `newcomer` has nothing. `guide` works for the shop, `beginner`
   * has just begun to, `applicant` would like to.
   */
  who?: keyof Stage['people'];
  /** For the person who looks at the picture. */
  look: string;
  /** Stands on the page when it is ready. */
  ready: string | RegExp;
  /** Requests whose address holds this text never get their answer. */
  hold?: string;
  /** Requests whose address holds this text fail: with a status, or without any answer. */
  fail?: { path: string; status: number | 'offline' };
  /** Changes the JSON answer of requests whose address holds the text; `status` makes one of a refusal. */
  answer?: { path: string; status?: number; change(body: never): unknown };
  /** Lies in the phone's storage beforehand. */
  storage?: Record<string, unknown> | ((stage: Stage) => Promise<Record<string, unknown>>);
  /** What a finger does after the page is ready. */
  act?(hand: Hand): Promise<void>;
  isDark?: boolean;
  theme?: 'celadon' | 'plum' | 'ink';
  /** Faults that this state is about. */
  allows?: readonly FaultKind[];
}

/** Taps and looks as a person does: only what is visible counts. */
export interface Hand {
  page: Page;
  stage: Stage;
  text(words: string | RegExp): Locator;
  button(name: string | RegExp): Locator;
  tap(words: string | RegExp): Promise<void>;
  sees(words: string | RegExp): Promise<void>;
  /** Down by so many px, or to the end. */
  scroll(by?: number): Promise<void>;
}

export function handOf(page: Page, stage: Stage): Hand {
  const isExact = (words: string | RegExp) => ({ exact: typeof words === 'string' });
  const text = (words: string | RegExp) => page.getByText(words, isExact(words)).filter({ visible: true });
  return {
    page,
    stage,
    text,
    button: (name) => page.getByRole('button', { name, ...isExact(name) }).filter({ visible: true }),
    tap: (words) => text(words).last().tap(),
    sees: (words) => text(words).first().waitFor(),
    scroll: async (by = 100_000) => {
      const top = "[...document.querySelectorAll('.taro_page')].filter((one) => one.checkVisibility()).pop()";
      // twice: the end moves when more comes
      for (const part of [1, 2]) {
        await page.evaluate(`${top}.scrollTo(0, ${by} * ${part} / 2)`);
        await page.waitForTimeout(400);
      }
    },
  };
}
