import type { ReactNode } from 'react';
import { Button } from 'antd';
import { ReloadOutlined } from '@ant-design/icons';

interface BlankProps {
  kind?: 'empty' | 'error';
  title: ReactNode;
  hint?: ReactNode;
  action?: ReactNode;
  onRetry?(): void;
  /** Of the request, for whoever looks into it. */
  code?: string;
  isPage?: boolean;
}

/** Nothing to show, and why: nothing there yet, nothing found, all done, or something failed. */
export function Blank({ kind = 'empty', title, hint, action, onRetry, code, isPage }: BlankProps) {
  return (
    <div className={`blank ${isPage ? 'page' : ''}`} role={kind === 'error' ? 'alert' : undefined}>
      <Stall isClosed={kind === 'error'} />
      <strong>{title}</strong>
      {hint && <p>{hint}</p>}
      {action}
      {onRetry && (
        <Button icon={<ReloadOutlined />} onClick={onRetry}>
          再试一次
        </Button>
      )}
      {code && <code>{code}</code>}
    </div>
  );
}

function Stall({ isClosed }: { isClosed: boolean }) {
  const line = 'var(--js-line-strong)';
  return (
    <svg width="104" height="76" viewBox="0 0 104 76" fill="none" aria-hidden>
      <path d="M14 66h76" stroke={line} strokeWidth="1.5" strokeLinecap="round" />
      <path d="M22 34v32M82 34v32" stroke={line} strokeWidth="1.5" />
      <path d="M18 14h68l6 16H12z" fill="var(--js-fill)" stroke={line} strokeWidth="1.5" strokeLinejoin="round" />
      <path
        d="M12 30c0 8 16 8 16 0c0 8 16 8 16 0c0 8 16 8 16 0c0 8 16 8 16 0c0 8 16 8 16 0"
        fill="var(--js-surface)"
        stroke={line}
        strokeWidth="1.5"
      />
      {isClosed ? (
        <path d="M44 46l16 12M60 46L44 58" stroke="var(--js-bad)" strokeWidth="2" strokeLinecap="round" />
      ) : (
        <path d="M22 52h60" stroke={line} strokeWidth="1.5" />
      )}
    </svg>
  );
}
