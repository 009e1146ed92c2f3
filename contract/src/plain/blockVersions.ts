type Props = Record<string, unknown>;

/** From a version of a kind to the next one, and back; null: that it cannot be said in the older one. */
export interface Step {
  up(props: Props): Props;
  down(props: Props): Props | null;
}

/** Of each kind the steps from its first version to its newest; a kind that is not here has one version. */
export type Steps = Readonly<Record<string, readonly Step[]>>;

export const BLOCK_STEPS: Steps = {
  banner: [
    {
      // a marketer thinks in seconds
      up: ({ intervalMs, ...rest }) =>
        intervalMs === undefined
          ? rest
          : { ...rest, seconds: typeof intervalMs === 'number' ? intervalMs / 1000 : intervalMs },
      down: ({ seconds, ...rest }) => ({ ...rest, intervalMs: Math.round(Number(seconds) * 1000) }),
    },
  ],
};

const isObject = (value: unknown): value is Props =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const stepsOf = (kind: unknown, steps: Steps): readonly Step[] =>
  typeof kind === 'string' && Object.prototype.hasOwnProperty.call(steps, kind) ? steps[kind]! : [];

/** The newest version of a kind. */
export const newestVersion = (kind: string, steps: Steps = BLOCK_STEPS): number => stepsOf(kind, steps).length + 1;

/**
 * A block of any origin as its kind's newest version says it. What is new already, of an unknown kind or no block at
 * all comes back as it is; nothing is changed in place.
 */
export function upgradeBlock<T>(block: T, steps: Steps = BLOCK_STEPS): T {
  if (!isObject(block) || !isObject(block.props) || typeof block.v !== 'number') return block;
  const way = stepsOf(block.kind, steps);
  if (!Number.isInteger(block.v) || block.v < 1 || block.v > way.length) return block;
  return { ...block, v: way.length + 1, props: way.slice(block.v - 1).reduce((at, { up }) => up(at), block.props) };
}

/** The props of a kind's version `v` as the one before it said them. Null: it cannot be. */
export const downgradeProps = (kind: string, v: number, props: object, steps: Steps = BLOCK_STEPS): Props | null =>
  stepsOf(kind, steps)[v - 2]?.down(props as Props) ?? null;
