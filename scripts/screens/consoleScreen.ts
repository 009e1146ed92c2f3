import type { Page } from 'playwright-core';
import type { StateKind } from './screen';
import type { Stage } from './stage';

/** One picture of the console at 1440×900. */
export interface ConsoleScreen {
  /** Of the file, without `.png`. */
  name: string;
  /** As in `console/src/Pages.tsx`; `/sign-in` is what a stranger sees. */
  path: string;
  kind: StateKind;
  /** For the person who looks at the picture. */
  look: string;
  /** Stands on the page when it is ready. */
  ready: string | RegExp;
  /** In place of `:id` parts, and what stands behind `?`. */
  address?(stage: Stage): string;
  /** Requests whose address holds this text never get their answer. */
  hold?: string;
  /** Requests whose address holds this text are refused. */
  fail?: string;
  /** Requests whose address holds this text answer a list of nothing. */
  none?: string;
  act?(page: Page, stage: Stage): Promise<void>;
  isDark?: boolean;
}

type List = Omit<ConsoleScreen, 'kind'> & { rows: string; emptied?: string | RegExp };

/** A list in its four states. `rows` is the part of the address that its rows come from. */
export function listScreens({ rows, emptied, ...filled }: List): ConsoleScreen[] {
  const { name, path, look } = filled;
  return [
    { ...filled, kind: 'filled', look },
    { name: `${name}-loading`, path, kind: 'loading', hold: rows, ready: /./, look: 'Rows wait' },
    {
      name: `${name}-error`,
      path,
      kind: 'error',
      fail: rows,
      ready: '再试一次',
      look: 'What failed and one button',
    },
    ...(emptied
      ? [
          {
            name: `${name}-empty`,
            path,
            kind: 'empty' as const,
            none: rows,
            ready: emptied,
            look: 'Why there is nothing',
          },
        ]
      : []),
  ];
}
