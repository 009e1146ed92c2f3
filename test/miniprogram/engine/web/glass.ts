import * as glassEasel from 'glass-easel';

/**
 * The engine's types are generic over every component's data; the host handles components it knows nothing about.
 * This is the part of them it uses.
 */
export interface Caller {
  is: string;
  data: Record<string, unknown>;
  setData(data: Record<string, unknown>, done?: () => void): void;
  createSelectorQuery(): unknown;
  createIntersectionObserver(options?: unknown): unknown;
  createMediaQueryObserver(): unknown;
  [name: string]: unknown;
}

export interface Root {
  get(): Caller;
  attach(parent: Node, placeholder: Node): void;
  release(): void;
  getComponent(): { getBackendElement(): HTMLElement };
}

/** What an engine node offers to the built-in elements. */
export interface EngineNode {
  getAttribute(name: string): unknown;
  triggerEvent(type: string, detail: unknown, options: object): void;
}
export type WithEngineNode = Node & { __wxElement?: EngineNode };

export { glassEasel };
