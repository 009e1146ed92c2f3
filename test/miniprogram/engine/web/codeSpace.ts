import { MiniProgramEnv } from 'glass-easel-miniprogram-adapter';
import type { Bundle } from '../protocol';
import { toBrowserUnits } from '../units';
import { changed } from './activity';
import { createBackend } from './backend';
import { glassEasel, type Caller, type Root } from './glass';
import { count, fault, now, report } from './record';

const SCOPE_MARK = /MPSCOPE__/g;
const HOST_MARK = /MPHOST__/g;
const encoder = new TextEncoder();

type Space = ReturnType<MiniProgramEnv['createCodeSpace']>;
export interface Engine {
  space: Space;
  createRoot(tag: string, path: string): Root;
  /** Adds a component's stylesheet once; a page's own is switched off while another page shows. */
  addStyles(path: string, isPage: boolean): void;
  showStylesOf(path: string): void;
  /** Replaces the names of WeChat's built-in behaviors in a definition by real ones. */
  withBehaviors<T>(definition: T): T;
}

/** Feeds the compiled package to the engine. `currentPage` names the page that counters are booked on. */
export function createEngine(bundle: Bundle, currentPage: () => string): Engine {
  const env = new MiniProgramEnv();
  const space = env.createCodeSpace('main', true);
  const backend = env.associateBackend(createBackend(bundle.builtinTags) as never);
  const scopes = addTemplates(bundle, space);
  countSetData(bundle, space, currentPage);
  extendViewScripts();
  const styles = styleSheets(bundle, space, scopes);
  return {
    space,
    createRoot: (tag, path) => backend.createRoot(tag, space, path) as unknown as Root,
    ...styles,
    withBehaviors: behaviorResolver(space),
  };
}

function addTemplates(bundle: Bundle, space: Space): Record<string, string> {
  // the two globals that view scripts have
  const getRegExp = (pattern: string, flags?: string) => new RegExp(pattern, flags);
  const getDate = (...args: []) => new Date(...args);
  const groupList = new Function('getRegExp', 'getDate', `return ${bundle.templates}`)(getRegExp, getDate);
  const scopes: Record<string, string> = {};
  bundle.order.forEach((path, index) => {
    const scope = `s${index}`;
    scopes[path] = scope;
    // without the fallback, `bindtap` (no colon) on a built-in element is a dead attribute
    const template = { groupList, content: groupList[path], fallbackListenerOnNativeNode: true };
    space.addCompiledTemplate(path, template as never);
    space.addComponentStaticConfig(path, (bundle.configs[path] ?? {}) as never);
    space.addStyleSheet(path, undefined as never, scope);
  });
  return scopes;
}

function styleSheets(bundle: Bundle, space: Space, scopes: Record<string, string>) {
  const done = new Set<string>();
  const ofPages: Record<string, HTMLStyleElement> = {};
  const append = (css: string) => {
    const style = document.createElement('style');
    style.textContent = css;
    document.head.append(style);
    return style;
  };
  append((bundle.styles.app ?? '').replace(SCOPE_MARK, ''));
  return {
    addStyles(path: string, isPage: boolean) {
      const css = bundle.styles[path];
      if (done.has(path) || !css) return;
      done.add(path);
      const config = space.getComponentStaticConfig(path);
      const isolation: string = config?.styleIsolation ?? (isPage || !config?.component ? 'shared' : 'isolated');
      const scoped = !isolation.endsWith('shared') || isolation.endsWith('apply-shared');
      const scope = scopes[path] ?? '';
      const style = append(css.replace(SCOPE_MARK, scoped ? `${scope}--` : '').replace(HOST_MARK, scope));
      if (isPage) ofPages[path] = style;
    },
    showStylesOf(path: string) {
      for (const [page, style] of Object.entries(ofPages)) style.disabled = page !== path;
    },
  };
}

/** Counts in front of the engine, where a phone's bridge would serialise the data. */
function countSetData(bundle: Bundle, space: Space, currentPage: () => string): void {
  const pages = new Set(bundle.pages);
  const behavior = space
    .getComponentSpace()
    .define()
    .lifetime('created', function (this: unknown) {
      const component = this as Caller;
      const original = component.setData;
      component.setData = (data, done) => {
        const record = {
          page: pages.has(component.is) ? component.is : currentPage(),
          component: component.is,
          bytes: sizeOf(data, component.is),
          at: now(),
          ms: 0,
        };
        report.setData.push(record);
        changed();
        const started = performance.now();
        original.call(component, data, done);
        record.ms = Number((performance.now() - started).toFixed(2));
      };
    })
    .registerBehavior();
  space.setOverallBehavior(behavior as never);
}

function sizeOf(data: unknown, component: string): number {
  try {
    return encoder.encode(JSON.stringify(data) ?? '').length;
  } catch (error) {
    fault(`setData of ${component} cannot be serialised`, error);
    return 0;
  }
}

function behaviorResolver(space: Space) {
  const make = (definition: object) => space.behavior().definition(definition).register();
  const builtin: Record<string, unknown> = {
    'wx://form-field': make({ properties: { name: String, value: null } }),
    'wx://form-field-group': make({}),
    'wx://form-field-button': make({}),
    'wx://component-export': make({}),
  };
  return <T>(definition: T): T => {
    const wanted = (definition as { behaviors?: unknown[] } | undefined)?.behaviors;
    if (!Array.isArray(wanted)) return definition;
    const behaviors = wanted.map((item) => {
      if (typeof item !== 'string') return item;
      if (!builtin[item]) count(report.missing, `behavior ${item}`);
      return builtin[item] ?? make({});
    });
    return Object.assign(definition as object, { behaviors }) as T;
  };
}

/** The part of WeChat's component descriptor that `change:` handlers of view scripts use. */
function extendViewScripts(): void {
  interface Descriptor {
    getBackendElement(): HTMLElement;
    dataset: unknown;
    viewState?: object;
  }
  const names = (list: string) => list.split(/\s+/).filter(Boolean);
  const methods: Record<string, (this: Descriptor, ...args: never[]) => unknown> = {
    getState() {
      this.viewState ??= {};
      return this.viewState;
    },
    getDataset() {
      return this.dataset;
    },
    setStyle(style: string | Record<string, string>) {
      const element = this.getBackendElement();
      if (typeof style === 'string') element.style.cssText = toBrowserUnits(style);
      else for (const [name, value] of Object.entries(style)) element.style.setProperty(name, toBrowserUnits(value));
    },
    addClass(list: string) {
      this.getBackendElement().classList.add(...names(list));
    },
    removeClass(list: string) {
      this.getBackendElement().classList.remove(...names(list));
    },
    hasClass(name: string) {
      return this.getBackendElement().classList.contains(name);
    },
    requestAnimationFrame(callback: FrameRequestCallback) {
      return window.requestAnimationFrame(callback);
    },
  };
  Object.assign(glassEasel.Element.prototype, methods);
}
