import type { Platform } from '../protocol';
import { sandboxClearTimeout, sandboxSetTimeout } from './activity';
import { report, describe, count } from './record';

// What the language itself gives. Intl is left out: Android's WeChat has none. Atomics, WebAssembly and the like are
// not offered by any of the hosts under these names.
const LANGUAGE = (
  'Object Array Function Boolean Symbol Error AggregateError EvalError RangeError ReferenceError SyntaxError ' +
  'TypeError URIError Number BigInt Math Date String RegExp Map Set WeakMap WeakSet ArrayBuffer DataView JSON Promise ' +
  'Proxy Reflect Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Float32Array ' +
  'Float64Array BigInt64Array BigUint64Array parseInt parseFloat isNaN isFinite encodeURIComponent decodeURIComponent ' +
  'encodeURI decodeURI escape unescape NaN Infinity undefined'
).split(' ');
const KEYWORDS = new Set(['NaN', 'Infinity', 'undefined']);
const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/** Every global name a browser has, so that none that the hosts lack can be seen. */
function browserNames(): string[] {
  const names = new Set<string>();
  for (let scope: object | null = window; scope; scope = Object.getPrototypeOf(scope)) {
    for (const name of Object.getOwnPropertyNames(scope)) names.add(name);
  }
  return [...names].filter((name) => IDENTIFIER.test(name));
}

/** The hosts run no code made from text; `Function('return this')`, a common probe for the global object, finds none. */
function guardedFunction(): typeof Function {
  const guarded = function (...parts: unknown[]) {
    if (/^\s*return this;?\s*$/.test(String(parts.at(-1)))) return () => undefined;
    throw new EvalError('Mini-programs may not run code made from text.');
  };
  guarded.prototype = Function.prototype;
  return guarded as unknown as typeof Function;
}

const sandboxConsole = {
  log: () => {},
  info: () => {},
  debug: () => {},
  group: () => {},
  groupEnd: () => {},
  warn: (...parts: unknown[]) => {
    // Taro's way of saying that the native object lacks the name that was called
    const unsupported = parts
      .map(describe)
      .join(' ')
      .match(/暂不支持 (.+)$/);
    if (unsupported?.[1]) count(report.unknownApi, `Taro.${unsupported[1]}`);
  },
  error: (...parts: unknown[]) => void report.consoleErrors.push(parts.map(describe).join(' ')),
};

export interface Sandbox {
  /** Wraps a module's source; the result takes `require, module, exports`. */
  compile(source: string, name: string): (...args: unknown[]) => void;
}

/**
 * Strict mode: package code sees the language, timers, `console` and what the host injects. Every other global name of
 * the browser reads as undefined, as it would on a phone.
 */
export function createSandbox(platform: Platform, injected: Record<string, unknown>): Sandbox {
  const scope: Record<string, unknown> = {};
  for (const name of browserNames()) scope[name] = undefined;
  const shared: Record<string, unknown> = {};
  for (const name of LANGUAGE) {
    if (name in window) shared[name] = (window as unknown as Record<string, unknown>)[name];
  }
  Object.assign(shared, {
    Function: guardedFunction(),
    setTimeout: sandboxSetTimeout,
    clearTimeout: sandboxClearTimeout,
    setInterval: (handler: () => void, delay?: number) => window.setInterval(() => handler(), delay),
    clearInterval: (id: number) => window.clearInterval(id),
    console: sandboxConsole,
  });
  shared.globalThis = shared;
  shared.global = shared;
  Object.assign(scope, shared, injected);
  // Alipay's logic layer has a `navigator` with nothing but this in it; Taro's runtime reads it
  if (platform === 'alipay') scope.navigator = { swuserAgent: 'AliApp(AP/10.6.0) AlipayClient' };
  const names = Object.keys(scope).filter((name) => !KEYWORDS.has(name));
  const values = names.map((name) => scope[name]);
  return {
    compile(source, name) {
      // Names are parameters of an outer function, so that a module may declare a variable called `name` or `top`.
      const body = `return function (require, module, exports) { "use strict";\n${source}\n}\n//# sourceURL=package/${name}.js`;
      return new Function(...names, body)(...values);
    },
  };
}
