import type { ReactNode } from 'react';

interface PageProps {
  title: ReactNode;
  note?: ReactNode;
  /** The main action last. */
  actions?: ReactNode;
  tabs?: ReactNode;
  children: ReactNode;
}

/** Title row, perhaps tabs, then panels. */
export function Page({ title, note, actions, tabs, children }: PageProps) {
  return (
    <>
      <header className="page-head">
        <div className="page-head-row">
          <h1>{title}</h1>
          {note && <span className="note">{note}</span>}
          <div className="grow" />
          {actions}
        </div>
        {tabs}
      </header>
      {children}
    </>
  );
}
