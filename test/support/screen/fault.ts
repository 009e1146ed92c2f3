export const FAULT_KINDS = [
  'overflow',
  'missing picture',
  'cut text',
  'tap target',
  'no name',
  'contrast',
  'console',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** What a check found: where, and what was measured. */
export interface Fault {
  kind: FaultKind;
  /** Tag, class and the first words. */
  element: string;
  measured: string;
}

/** A piece of text as it is drawn; CSS px in the window, colours 0..255 with alpha 0..1. */
export interface TextBox {
  element: string;
  x: number;
  y: number;
  width: number;
  height: number;
  colour: [number, number, number, number];
  fontSize: number;
  fontWeight: number;
}
