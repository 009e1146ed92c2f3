import type { NativeNames } from '../../protocol';
import { begin, changed } from '../activity';
import { count, now, plain, report } from '../record';
import type { Host } from './host';

export type Params = Record<string, unknown>;

/** How a vendor words success and failure. */
export interface Dialect {
  name: 'wx' | 'my' | 'tt';
  success(api: string, result: Params): Params;
  failure(api: string, failure: NativeFailure): Params;
}

/** A call that does not succeed. `code` and `extra` are the vendor's own; `text` follows `fail` in WeChat's wording. */
export class NativeFailure extends Error {
  constructor(
    readonly text: string,
    readonly code?: number,
    readonly extra: Params = {},
  ) {
    super(text);
  }
}

interface Callbacks {
  success?(result: Params): void;
  fail?(result: Params): void;
  complete?(result: Params): void;
}
type AsyncImplementation = (params: Params) => unknown;

// read by the language itself on any object that is awaited or printed
const LANGUAGE_PROBES = new Set(['then', 'toJSON']);

/** Builds `wx`, `my` or `tt` out of implementations, limited to the names that the vendor has. */
export class NativeObject {
  private readonly members: Record<string, unknown> = {};

  constructor(
    private readonly host: Host,
    private readonly dialect: Dialect,
    private readonly names: NativeNames,
  ) {}

  /** A call answered by callbacks, or by a promise where the vendor's typings say so. */
  async(name: string, implementation: AsyncImplementation, waits = true): void {
    this.members[name] = (params: Params & Callbacks = {}) => {
      this.record(name, [params]);
      return this.settle(name, params, implementation, waits);
    };
  }

  /** Calls with nothing to answer but that they happened. */
  acknowledge(...names: string[]): void {
    for (const name of names) this.async(name, () => ({}));
  }

  sync(name: string, implementation: (...args: never[]) => unknown): void {
    this.members[name] = (...args: unknown[]) => {
      this.record(name, args);
      return implementation(...(args as never[]));
    };
  }

  value(name: string, value: unknown): void {
    this.members[name] = value;
  }

  record(name: string, args: unknown[]): void {
    const page = this.host.navigation.top?.path ?? '';
    report.calls.push({ api: name, args: args.map(plain), page, at: now() });
    changed();
  }

  /** Delivers an outcome in the vendor's words, after the caller has returned, as a bridge does. */
  settle(name: string, params: Callbacks & Params, implementation: AsyncImplementation, waits = true): unknown {
    const done = waits ? begin(`${this.dialect.name}.${name}`) : () => {};
    const { success, fail, complete } = params;
    const outcome = Promise.resolve()
      .then(() => implementation(params))
      .then(
        (result) => ({ ok: true, value: this.dialect.success(name, (result ?? {}) as Params) }),
        (error: unknown) => ({ ok: false, value: this.dialect.failure(name, asFailure(error)) }),
      )
      .finally(done);
    const answersPromise = this.names[name]?.promise && !success && !fail && !complete;
    if (answersPromise) {
      return outcome.then(({ ok, value }) => {
        if (!ok) throw value;
        return value;
      });
    }
    // what a callback throws is an unhandled rejection here, and reported as such
    void outcome.then(({ ok, value }) => {
      if (ok) success?.call(params, value);
      else fail?.call(params, value);
      complete?.call(params, value);
    });
    return undefined;
  }

  /**
   * The object package code sees. It holds every name of the vendor: those without implementation are counted as
   * missing and throw when called. `in`, `Object.keys`, `hasOwnProperty` and `canIUse` are free ways to ask for a
   * name; reading a name the vendor does not have is counted as unknown, since the next step is to call it.
   */
  build(probedNames: readonly string[]): Record<string, unknown> {
    const target: Record<string, unknown> = {};
    for (const [name, { callable }] of Object.entries(this.names)) {
      target[name] = name in this.members ? this.members[name] : this.unimplemented(name, callable);
    }
    const free = new Set(probedNames);
    return new Proxy(target, {
      get: (members, key) => {
        if (typeof key === 'symbol' || key in members || free.has(key) || LANGUAGE_PROBES.has(key)) {
          return Reflect.get(members, key);
        }
        count(report.unknownApi, `${this.dialect.name}.${key}`);
        return undefined;
      },
    });
  }

  private unimplemented(name: string, callable: boolean): unknown {
    const event = /^(on|off)([A-Z]\w*)$/.exec(name);
    if (event) return this.listenerMember(name, event[1] === 'on', event[2] ?? '');
    if (callable) return () => this.missing(name);
    // a namespace such as `wx.cloud`: its members are what is missing
    return new Proxy(
      {},
      { get: (_target, key) => (typeof key === 'symbol' ? undefined : () => this.missing(`${name}.${key}`)) },
    );
  }

  private listenerMember(name: string, adds: boolean, event: string) {
    return (listener?: unknown) => {
      this.record(name, []);
      if (adds) this.host.listeners.add(event, listener);
      else this.host.listeners.remove(event, listener);
    };
  }

  private missing(name: string): never {
    const full = `${this.dialect.name}.${name}`;
    count(report.missing, full);
    throw new Error(`${full} is not implemented by this runner`);
  }
}

const asFailure = (error: unknown) =>
  error instanceof NativeFailure ? error : new NativeFailure(error instanceof Error ? error.message : String(error));
