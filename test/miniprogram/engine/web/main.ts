import type { Bundle, Launch } from '../protocol';
import { settled } from './activity';
import { catchEngineErrors } from './backend';
import { createEngine, type Engine } from './codeSpace';
import { createControl } from './control';
import { registerElements } from './elements/register';
import { Modules } from './modules';
import { createNative } from './native/createNative';
import { DEFAULT_APP_IDS, DEFAULT_SCENES, launchOptions, type Host } from './native/host';
import { Listeners } from './native/listeners';
import { Navigation } from './navigation';
import { callHook } from './pages';
import { fault, now, onFault, report } from './record';
import { createSandbox, type Sandbox } from './sandbox';

declare global {
  interface Window {
    __launch: Launch & { storage?: Record<string, unknown>; appId?: string };
    __mp: unknown;
  }
}

async function boot(): Promise<void> {
  catchEngineErrors();
  const bundle = (await (await fetch('/bundle.json')).json()) as Bundle;
  document.title = bundle.platform;
  const state: { navigation?: Navigation; sandbox?: Sandbox; app?: Record<string, unknown> } = {};
  const engine: Engine = createEngine(bundle, () => state.navigation?.top?.path ?? '');
  const modules = new Modules(bundle, engine, () => state.sandbox as Sandbox);
  const navigation = new Navigation(bundle, { engine, modules });
  state.navigation = navigation;
  const launch = { ...window.__launch };
  const path = (launch.path ?? bundle.app.entryPagePath ?? bundle.pages[0] ?? '').replace(/^\//, '');
  const host: Host = {
    platform: bundle.platform,
    navigation,
    listeners: new Listeners(),
    appId: launch.appId ?? DEFAULT_APP_IDS[bundle.platform],
    launch: { path, query: launch.query ?? {}, scene: launch.scene ?? DEFAULT_SCENES[bundle.platform] },
  };
  const native = createNative(bundle, host, launch.storage);
  registerElements(bundle.builtinTags, host);
  onFault((message) => host.listeners.emit('Error', message));
  state.sandbox = createSandbox(bundle.platform, {
    [native.name]: native.object,
    ...modules.globals,
    App: (definition: Record<string, unknown>) => {
      state.app = definition;
    },
    getApp: () => state.app,
    getCurrentPages: () => navigation.stack.map((page) => page.caller),
    requirePlugin: () => {
      throw new Error('requirePlugin is not supported by this runner');
    },
  });
  window.__mp = createControl(host, () => state.app);
  start(host, modules, state);
}

function start(host: Host, modules: Modules, state: { app?: Record<string, unknown> }): void {
  const { navigation, launch } = host;
  report.marks.appStart = now();
  modules.run('app');
  report.marks.appLoaded = now();
  if (!state.app) throw new Error('app.js never called App()');
  // lifecycles are called on the app object, as the hosts do
  callHook(state.app, 'onLaunch', launchOptions(host));
  callHook(state.app, 'onShow', launchOptions(host));
  const search = new URLSearchParams(launch.query).toString();
  navigation.reLaunch(`/${launch.path}${search ? `?${search}` : ''}`);
  report.marks.firstPage = now();
  report.booted = true;
}

boot()
  .catch((error) => fault('starting the package', error))
  .finally(() => {
    // the driver asks for the report even when nothing started
    window.__mp ??= { report: () => report, settled };
    document.documentElement.dataset.booted = 'yes';
  });
