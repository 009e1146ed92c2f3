/** Untyped entry points that the storefront's test support uses. */
declare module '@tarojs/plugin-framework-react/dist/runtime' {
  export function createReactApp(app: unknown, react: unknown, dom: unknown, config: unknown): object;
  export function connectReactPage(react: unknown, id: string): (page: unknown) => unknown;
}
declare module '@tarojs/plugin-platform-h5/dist/runtime/apis';
declare module '@tarojs/components/dist/components/taro-pull-to-refresh-core' {
  export function defineCustomElement(): void;
}
