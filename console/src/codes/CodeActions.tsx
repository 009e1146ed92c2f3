import type { CodeRow } from './CodesPage';
import { useRevoke } from './useRevoke';

/** What can be done with a code that is used, or will not be any more. */
export function CodeActions({ code, onShow }: { code: CodeRow; onShow(): void }) {
  const revoke = useRevoke();
  if (code.state !== 'active') return null;
  return (
    <div className="acts">
      <button type="button" className="link" onClick={onShow}>
        看码
      </button>
      <button type="button" className="link danger" onClick={() => revoke([code])}>
        作废
      </button>
    </div>
  );
}
