import { toBrowserUnits } from '../units';
import { glassEasel, type WithEngineNode } from './glass';
import { fault, report } from './record';

const LONG_PRESS_MS = 350;

interface EventOptions {
  originalEvent?: unknown;
  extraFields?: Record<string, unknown>;
  bubbles?: boolean;
  composed?: boolean;
}

const touchFields = (touch: Touch | MouseEvent) => ({
  identifier: 'identifier' in touch ? touch.identifier : 0,
  pageX: touch.pageX,
  pageY: touch.pageY,
  clientX: touch.clientX,
  clientY: touch.clientY,
  x: touch.clientX,
  y: touch.clientY,
});

const touchLists = (event: TouchEvent | MouseEvent) =>
  'touches' in event
    ? { touches: [...event.touches].map(touchFields), changedTouches: [...event.changedTouches].map(touchFields) }
    : { touches: [touchFields(event)], changedTouches: [touchFields(event)] };

/** rpx and vh in inline styles, on elements that are not ours. */
function translateStyles(element: Element): Element {
  const set = element.setAttribute;
  element.setAttribute = (name: string, value: string) =>
    set.call(element, name, name === 'style' ? toBrowserUnits(value) : value);
  return element;
}

/** The engine's DOM backend: built-in tags become `<wx-*>` elements, gestures carry WeChat's touch lists. */
export function createBackend(builtinTags: readonly string[]) {
  const builtin = new Set(builtinTags);
  const context = new glassEasel.CurrentWindowBackendContext();
  const dom = {
    createElement: (tag: string) =>
      builtin.has(tag) ? document.createElement(`wx-${tag}`) : translateStyles(document.createElement(tag)),
    createTextNode: (text: string) => document.createTextNode(text),
    createDocumentFragment: () => document.createDocumentFragment(),
  };
  context.document = dom as unknown as typeof context.document;
  // without a listener here the engine delivers no tap at all
  context.onEvent((target, type, detail, options) => {
    const { originalEvent } = options as EventOptions;
    let fields = options as EventOptions;
    let value = detail;
    if (originalEvent && /^(tap|canceltap|touch|long)/.test(type)) {
      const lists = touchLists(originalEvent as TouchEvent);
      fields = { ...fields, extraFields: { ...fields.extraFields, ...lists } };
      const point = lists.changedTouches[0];
      value = point ? { x: point.clientX, y: point.clientY } : {};
    }
    const event = new glassEasel.Event(type, value, fields as never);
    glassEasel.Event.dispatchEvent(target, event);
    return event.getEventBubbleStatus();
  });
  synthesiseLongPress();
  return context;
}

/** The engine's backend makes taps out of touches, but no long presses. */
function synthesiseLongPress(): void {
  let timer = 0;
  const listen = (type: string, handler: (event: TouchEvent) => void) =>
    document.addEventListener(type, handler as EventListener, { capture: true, passive: true });
  listen('touchstart', (event) => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      let node = event.target as WithEngineNode | null;
      while (node && !node.__wxElement) node = node.parentNode;
      const touch = event.touches[0];
      const detail = { x: touch?.clientX, y: touch?.clientY };
      const options = { bubbles: true, composed: true, extraFields: touchLists(event) };
      for (const type of ['longpress', 'longtap']) node?.__wxElement?.triggerEvent(type, detail, options);
    }, LONG_PRESS_MS);
  });
  for (const type of ['touchend', 'touchmove', 'touchcancel']) listen(type, () => window.clearTimeout(timer));
}

/** Engine errors are the package's: a handler or a lifecycle threw, a template read what is not there. */
export function catchEngineErrors(): void {
  glassEasel.globalOptions.writeExtraInfoToAttr = true;
  glassEasel.globalOptions.throwGlobalError = false;
  glassEasel.addGlobalErrorListener((error, method) => {
    fault(`in ${describeMethod(method)}`, error);
    return false;
  });
  glassEasel.addGlobalWarningListener((message) => {
    report.warnings.push(String(message).slice(0, 300));
    return false;
  });
  window.addEventListener('error', (event) => fault('uncaught', event.error ?? event.message));
  window.addEventListener('unhandledrejection', (event) => fault('unhandled rejection', event.reason));
}

const describeMethod = (method: unknown) =>
  typeof method === 'object' && method !== null && 'type' in method ? String(method.type) : 'the engine';
