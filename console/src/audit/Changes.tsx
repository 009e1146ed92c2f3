import { useState } from 'react';
import type { Change } from './changesOf';
import { fieldWord } from './auditWords';

/** One more costs as much room as saying that there is one. */
const SHOWN = 3;
const WHOLE = 4;

/** A few parts at once, the others on demand. Whatever stands in them is text and nothing else. */
export function Changes({ changes }: { changes: readonly Change[] }) {
  const [isOpen, setOpen] = useState(false);
  if (changes.length === 0) return <span className="mut">—</span>;
  const shown = isOpen || changes.length <= WHOLE ? changes : changes.slice(0, SHOWN);
  const more = changes.length - shown.length;
  return (
    <dl className="changes">
      {shown.map(({ name, before, after }) => (
        <div key={name}>
          {name && <dt>{fieldWord(name)}</dt>}
          <dd>
            {before !== null && <del>{before}</del>}
            {before !== null && after !== null && ' → '}
            {after !== null && <ins>{after}</ins>}
          </dd>
        </div>
      ))}
      {more > 0 && (
        <button type="button" className="link" onClick={() => setOpen(true)}>
          还有 {more} 项
        </button>
      )}
    </dl>
  );
}
