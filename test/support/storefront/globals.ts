/** What Taro's webpack runner defines in an H5 build. */
Object.assign(process.env, {
  TARO_ENV: 'h5',
  TARO_PLATFORM: 'web',
  FRAMEWORK: 'react',
  SUPPORT_TARO_POLYFILL: 'disabled',
  SUPPORT_DINGTALK_NAVIGATE: 'disabled',
});

const scope = globalThis as Record<string, unknown>;
const features = [
  'INNER_HTML',
  'ADJACENT_HTML',
  'SIZE_APIS',
  'TEMPLATE_CONTENT',
  'CLONE_NODE',
  'CONTAINS',
  'MUTATION_OBSERVER',
];
for (const feature of features) scope[`ENABLE_${feature}`] = true;
scope.DEPRECATED_ADAPTER_COMPONENT = false;
scope.defineAppConfig = (config: unknown) => config;
scope.definePageConfig = (config: unknown) => config;

/** What jsdom lacks. */
class NothingObserved {
  observe() {}
  unobserve() {}
  disconnect() {}
  takeRecords() {
    return [];
  }
}
scope.IntersectionObserver ??= NothingObserved;
scope.ResizeObserver ??= NothingObserved;
window.matchMedia ??= ((media: string) => ({
  media,
  matches: false,
  addListener() {},
  removeListener() {},
  addEventListener() {},
  removeEventListener() {},
})) as never;
window.scrollTo = (() => {}) as never;
Element.prototype.scrollTo ??= (() => {}) as never;
