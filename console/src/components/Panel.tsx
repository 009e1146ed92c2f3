import type { ReactNode } from 'react';

interface PanelProps {
  title?: ReactNode;
  note?: ReactNode;
  extra?: ReactNode;
  /** A table goes to the edges. */
  isFlush?: boolean;
  className?: string;
  children: ReactNode;
}

export function Panel({ title, note, extra, isFlush, className = '', children }: PanelProps) {
  return (
    <section className={`panel ${className}`}>
      {title && (
        <div className="panel-head">
          <h2>{title}</h2>
          {note && <span className="note">{note}</span>}
          <div className="grow" />
          {extra}
        </div>
      )}
      <div className={isFlush ? 'panel-flush' : 'panel-body'}>{children}</div>
    </section>
  );
}
