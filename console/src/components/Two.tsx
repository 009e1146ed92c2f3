import type { ReactNode } from 'react';

/** A cell of two lines: the fact, and what is said about it. */
export function Two({ above, below }: { above: ReactNode; below: ReactNode }) {
  return (
    <div className="two">
      <div className="two-a">{above}</div>
      <div className="two-b">{below}</div>
    </div>
  );
}
