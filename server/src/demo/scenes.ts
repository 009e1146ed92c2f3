import { type Form, type Ground, isForm, isGround } from './grounds';

/** Where a thing stands: x and its base line y (its middle in `flat` and `hang`), and its size, all 0..1. */
export interface Slot {
  x: number;
  y: number;
  size: number;
  turn: number;
  flip: boolean;
}

export interface Thing {
  emoji: string;
  colour: string | null;
}

export interface Scene {
  ground: Ground;
  form: Form;
  things: (Thing & Slot)[];
}

type Line = [x: number, y: number, size: number, turn?: number, flip?: 1];

const STANDING: Record<string, Line[]> = {
  one: [[0.5, 0.84, 0.55]],
  near: [[0.5, 0.89, 0.66]],
  two: [
    [0.41, 0.82, 0.49],
    [0.79, 0.88, 0.27],
  ],
  mirror: [
    [0.6, 0.82, 0.49],
    [0.21, 0.88, 0.27],
  ],
  twins: [
    [0.34, 0.79, 0.36],
    [0.66, 0.87, 0.42],
  ],
  three: [
    [0.5, 0.81, 0.42],
    [0.19, 0.87, 0.25],
    [0.82, 0.88, 0.24],
  ],
  heap: [
    [0.3, 0.79, 0.32],
    [0.7, 0.79, 0.32, 0, 1],
    [0.5, 0.88, 0.38],
  ],
  pile: [
    [0.35, 0.76, 0.27],
    [0.64, 0.77, 0.27, 0, 1],
    [0.21, 0.86, 0.28],
    [0.79, 0.87, 0.28],
    [0.5, 0.89, 0.32],
  ],
  row: [
    [0.2, 0.84, 0.27],
    [0.5, 0.84, 0.27],
    [0.8, 0.84, 0.27],
  ],
  four: [
    [0.44, 0.79, 0.4],
    [0.76, 0.8, 0.3],
    [0.2, 0.88, 0.24],
    [0.63, 0.91, 0.2],
  ],
};

/** Forms whose things must stand on something of theirs have their own places for 1, 2 and 3 things. */
const FITTED: Partial<Record<Form, Record<string, Line[]>>> = {
  plinth: {
    one: [[0.5, 0.77, 0.48]],
    two: [
      [0.5, 0.77, 0.45],
      [0.86, 0.95, 0.21],
    ],
    three: [
      [0.5, 0.77, 0.44],
      [0.13, 0.95, 0.2],
      [0.87, 0.95, 0.2],
    ],
    twins: [
      [0.39, 0.755, 0.28],
      [0.61, 0.785, 0.3],
    ],
    heap: [
      [0.36, 0.75, 0.24],
      [0.64, 0.75, 0.24, 0, 1],
      [0.5, 0.79, 0.28],
    ],
  },
  steps: {
    one: [[0.35, 0.62, 0.4]],
    two: [
      [0.35, 0.62, 0.39],
      [0.73, 0.79, 0.27],
    ],
    three: [
      [0.35, 0.62, 0.34],
      [0.72, 0.79, 0.25],
      [0.56, 0.96, 0.17],
    ],
  },
  shelf: {
    one: [[0.5, 0.74, 0.48]],
    two: [
      [0.36, 0.74, 0.4],
      [0.72, 0.74, 0.3],
    ],
    three: [
      [0.5, 0.74, 0.34],
      [0.2, 0.74, 0.25],
      [0.79, 0.74, 0.26],
    ],
    row: [
      [0.2, 0.74, 0.25],
      [0.5, 0.74, 0.25],
      [0.8, 0.74, 0.25],
    ],
  },
  plate: {
    one: [[0.5, 0.855, 0.47]],
    twins: [
      [0.37, 0.83, 0.3],
      [0.62, 0.87, 0.33],
    ],
    heap: [
      [0.35, 0.83, 0.28],
      [0.65, 0.83, 0.28, 0, 1],
      [0.5, 0.885, 0.31],
    ],
  },
  board: {
    one: [[0.5, 0.865, 0.48]],
    twins: [
      [0.37, 0.83, 0.32],
      [0.63, 0.87, 0.35],
    ],
    heap: [
      [0.35, 0.83, 0.28],
      [0.65, 0.83, 0.28, 0, 1],
      [0.5, 0.885, 0.31],
    ],
  },
  crate: {
    one: [
      [0.25, 0.66, 0.22],
      [0.42, 0.65, 0.23, 0, 1],
      [0.59, 0.65, 0.23],
      [0.76, 0.66, 0.22, 0, 1],
      [0.19, 0.75, 0.24],
      [0.35, 0.76, 0.25, 0, 1],
      [0.51, 0.75, 0.25],
      [0.67, 0.76, 0.25],
      [0.82, 0.75, 0.24, 0, 1],
    ],
  },
  flat: {
    one: [[0.5, 0.5, 0.6, -8]],
    two: [
      [0.42, 0.45, 0.46, -6],
      [0.76, 0.74, 0.26, 12],
    ],
    three: [
      [0.5, 0.44, 0.42, -6],
      [0.22, 0.76, 0.25, -14],
      [0.79, 0.75, 0.25, 14],
    ],
    twins: [
      [0.33, 0.36, 0.36, -12],
      [0.67, 0.66, 0.36, 10],
    ],
    grid: [
      [0.29, 0.29, 0.29],
      [0.71, 0.29, 0.29],
      [0.29, 0.71, 0.29],
      [0.71, 0.71, 0.29],
    ],
    six: [
      [0.21, 0.33, 0.23],
      [0.5, 0.33, 0.23],
      [0.79, 0.33, 0.23],
      [0.21, 0.67, 0.23],
      [0.5, 0.67, 0.23],
      [0.79, 0.67, 0.23],
    ],
    fan: [
      [0.2, 0.56, 0.28, -24],
      [0.4, 0.47, 0.28, -8],
      [0.6, 0.47, 0.28, 8],
      [0.8, 0.56, 0.28, 24],
    ],
    strewn: [
      [0.24, 0.26, 0.26, -18],
      [0.66, 0.22, 0.24, 14],
      [0.46, 0.5, 0.3, 6],
      [0.82, 0.54, 0.24, -12],
      [0.18, 0.7, 0.24, 22],
      [0.6, 0.79, 0.27, -10],
    ],
  },
  hang: {
    one: [[0.5, 0.5, 0.61]],
    two: [
      [0.36, 0.46, 0.42],
      [0.72, 0.56, 0.34],
    ],
    three: [
      [0.5, 0.42, 0.36],
      [0.19, 0.54, 0.26],
      [0.81, 0.54, 0.26],
    ],
  },
};

const BY_COUNT = ['one', 'two', 'three', 'four'];

function slotsOf(form: Form, layout: string): Slot[] {
  const lines = FITTED[form]?.[layout] ?? (form === 'flat' || form === 'hang' ? undefined : STANDING[layout]);
  if (!lines) throw new Error(`No layout ${layout} in ${form}`);
  return lines.map(([x, y, size, turn = 0, flip]) => ({ x, y, size, turn, flip: flip === 1 }));
}

/**
 * Reads a scene: `jade.plinth 🫖# 🍵` is a teapot in the chosen colour on a plinth with a cup beside it.
 * First word: ground, then optionally `.form` and `:layout`. Then the things, the most important one first; `🫖#aabbcc`
 * dyes it, a bare `#` dyes it in `colour` (and leaves it as it is without one). A layout with more places than there
 * are things repeats them: `sand:heap 🍊` shows three oranges.
 */
export function readScene(text: string, colour: string | null = null): Scene {
  const [place = '', ...words] = text.split(' ');
  const [where = '', wanted] = place.split(':');
  const [ground = '', form = 'table'] = where.split('.');
  if (!isGround(ground) || !isForm(form)) throw new Error(`No such place: ${place}`);
  const things = words.map((word): Thing => {
    const [emoji = '', dyed] = word.split('#');
    return { emoji, colour: dyed === undefined ? null : dyed ? `#${dyed}` : colour };
  });
  const slots = slotsOf(form, wanted ?? BY_COUNT[things.length - 1] ?? '');
  if (!things.length || things.length > slots.length) throw new Error(`Too many or too few things: ${text}`);
  return {
    ground,
    form,
    things: slots.flatMap((slot, i) => {
      const thing = things[i % things.length];
      return thing ? [{ ...thing, ...slot }] : [];
    }),
  };
}
