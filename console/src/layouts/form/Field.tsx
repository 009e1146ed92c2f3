import type { ReactNode } from 'react';
import { ExclamationCircleFilled } from '@ant-design/icons';

interface FieldProps {
  label: ReactNode;
  isRequired?: boolean;
  hint?: ReactNode;
  error?: string;
  /** A switch stands beside its name, all else below it. */
  isInline?: boolean;
  children: ReactNode;
}

/** A named part of a form, with what is wrong with it. */
export function Field({ label, isRequired, hint, error, isInline, children }: FieldProps) {
  return (
    <div
      className={`fld ${error ? 'has-error' : ''}`}
      role="group"
      aria-label={typeof label === 'string' ? label : undefined}
    >
      {label && (
        <div className="lab">
          <span className={isRequired ? 'req' : ''}>{label}</span>
          <div className="grow" />
          {isInline ? children : hint && <span className="note">{hint}</span>}
        </div>
      )}
      {!isInline && children}
      {error && (
        <div className="fld-err" role="alert">
          <ExclamationCircleFilled />
          {error}
        </div>
      )}
    </div>
  );
}
