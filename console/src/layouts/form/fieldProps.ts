import type { FormNode } from './formOf';

/** `path` is where the value stands; it comes back with a change, so that one field's letters are undone together. */
export interface FieldProps<N = FormNode> {
  node: N;
  label: string;
  path: string;
  isRequired: boolean;
  value: unknown;
  onChange(next: unknown, path: string): void;
}

export type NodeThatIs<K extends FormNode['is']> = Extract<FormNode, { is: K }>;
