/*
 * The H5 build appends the framework's hooks to the API module of @tarojs/plugin-platform-h5 with a webpack loader; the
 * same by hand. The cycle taro → taro-h5 → router → taro is real, so `exports` is filled in place.
 */
import * as framework from '@tarojs/plugin-framework-react/dist/runtime';
import * as apis from '@tarojs/plugin-platform-h5/dist/runtime/apis';

const hooks = Object.fromEntries(Object.entries(framework).filter(([name]) => name.startsWith('use')));
const { default: base, ...named } = apis as Record<string, unknown>;
const taro = Object.assign(base as { initPxTransform(options: object): void }, named, hooks);
Object.assign(exports, named, hooks, { default: taro });
Object.defineProperty(exports, '__esModule', { value: true });

// what the entry of a build does with the numbers of config/index.ts
taro.initPxTransform({
  designWidth: 375,
  deviceRatio: { 375: 2 },
  baseFontSize: 20,
  unitPrecision: 5,
  targetUnit: 'rem',
});
