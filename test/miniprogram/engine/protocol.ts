/** What the Node side and the browser side of the runner tell each other. Types only: both sides import it freely. */
export type Platform = 'weapp' | 'alipay' | 'tt';

/** A package's file by its path inside the package, `/` separated. */
export type PackageFiles = Map<string, Buffer>;

export interface WindowConfig {
  navigationBarTitleText?: string;
  navigationBarBackgroundColor?: string;
  navigationBarTextStyle?: string;
  navigationStyle?: string;
  backgroundColor?: string;
  onReachBottomDistance?: number;
}

export interface TabItem {
  pagePath: string;
  text: string;
  iconPath?: string;
  selectedIconPath?: string;
}

export interface AppConfig {
  pages: string[];
  entryPagePath?: string;
  subPackages?: { root: string; pages: string[] }[];
  subpackages?: { root: string; pages: string[] }[];
  usingComponents?: Record<string, string>;
  window?: WindowConfig;
  tabBar?: {
    custom?: boolean;
    color?: string;
    selectedColor?: string;
    backgroundColor?: string;
    list: TabItem[];
  };
}

export interface ComponentConfig extends WindowConfig {
  component?: boolean;
  usingComponents: Record<string, string>;
  styleIsolation?: string;
}

/** One name of `wx`, `my` or `tt`: whether it can be called, and whether a call without callbacks answers a promise. */
export interface NativeName {
  callable: boolean;
  promise: boolean;
}
export type NativeNames = Record<string, NativeName>;

/** A compiled package, WeChat-shaped whatever platform it came from. */
export interface Bundle {
  platform: Platform;
  app: AppConfig;
  pages: string[];
  /** Components and pages, dependencies first. */
  order: string[];
  configs: Record<string, ComponentConfig>;
  /** JavaScript text of the templates and the view scripts. */
  templates: string;
  styles: Record<string, string>;
  modules: Record<string, string>;
  /** Everything the compiler could not make sense of; each is a fault of the package. */
  warnings: string[];
  builtinTags: readonly string[];
  nativeNames: NativeNames;
  /** Names that libraries read to find out whether they exist; reading one is no fault. */
  probedNames: readonly string[];
}

export interface Launch {
  path?: string;
  query?: Record<string, string>;
  /** The vendor's number (or, on Douyin, text) for where the visitor came from. */
  scene?: number | string;
}

export interface CallRecord {
  api: string;
  args: unknown[];
  page: string;
  /** ms since the browser page was opened. */
  at: number;
}

export interface SetDataRecord {
  page: string;
  component: string;
  bytes: number;
  at: number;
  ms: number;
}

export interface PageRecord {
  path: string;
  query: Record<string, string>;
  created: number;
  /** First frame in which the page showed a text or a picture; absent while it is blank. */
  firstContent?: number;
}

export interface PictureFault {
  page: string;
  src: string;
  reason: string;
}

/** Everything the browser side has seen since the (re)launch. */
export interface Report {
  booted: boolean;
  marks: Record<string, number>;
  calls: CallRecord[];
  setData: SetDataRecord[];
  pages: PageRecord[];
  errors: string[];
  consoleErrors: string[];
  warnings: string[];
  /** Names outside the vendor's typings that package code read or called, with how often. */
  unknownApi: Record<string, number>;
  /** Names the vendor has and this runner has not, that package code called, with how often. */
  missing: Record<string, number>;
  pictures: PictureFault[];
  toasts: string[];
}

export interface OverflowRecord {
  element: string;
  text: string;
  left: number;
  right: number;
}

/** Asked of Node whenever the super-app would ask the shopper or its own servers. */
export interface NativeQuestion {
  platform: Platform;
  /** The scenario key: one of the keys of `Script`. */
  key: string;
  /** The native name that was called, e.g. `tradePay`. */
  api: string;
  params: unknown;
}

export interface NativeAnswer {
  outcome: string;
  value?: Record<string, unknown>;
}
