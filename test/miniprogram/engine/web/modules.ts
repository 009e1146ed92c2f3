import type { Bundle } from '../protocol';
import type { Engine } from './codeSpace';
import { fault } from './record';
import type { Sandbox } from './sandbox';

type Definition = Record<string, unknown>;
export interface Registrar {
  Page(definition: Definition): unknown;
  Component(definition?: Definition): unknown;
  Behavior(definition: Definition): unknown;
}

/** Runs the package's modules and lets each page or component file register itself with the engine. */
export class Modules {
  private readonly cache = new Map<string, { exports: unknown }>();
  private readonly loaded = new Set<string>();
  private current: Registrar;

  constructor(
    private readonly bundle: Bundle,
    private readonly engine: Engine,
    private readonly sandbox: () => Sandbox,
  ) {
    const outside = (name: string) => () => {
      throw new Error(`${name}() was called outside a ${name.toLowerCase()} file`);
    };
    this.current = engine.space.componentEnv('app', (env) => ({
      Page: outside('Page'),
      Component: outside('Component'),
      Behavior: (definition: Definition) => env.Behavior(engine.withBehaviors(definition)),
    })) as unknown as Registrar;
  }

  /** `Page`, `Component` and `Behavior` are globals of package code; what they register is the file being loaded. */
  readonly globals: Registrar = {
    Page: (definition) => this.current.Page(definition),
    Component: (definition) => this.current.Component(definition),
    Behavior: (definition) => this.current.Behavior(definition),
  };

  run(name: string): unknown {
    const known = this.cache.get(name);
    if (known) return known.exports;
    const source = this.bundle.modules[name];
    if (source === undefined) throw new Error(`module '${name}' is not in the package`);
    const module = { exports: {} as unknown };
    this.cache.set(name, module);
    try {
      this.sandbox().compile(source, name)(this.requireFrom(name), module, module.exports);
    } catch (error) {
      fault(`loading ${name}.js`, error);
      throw error;
    }
    return module.exports;
  }

  /** Loads a page or component with everything it uses. */
  load(path: string, isPage: boolean): void {
    if (this.loaded.has(path)) return;
    this.loaded.add(path);
    for (const used of Object.values(this.bundle.configs[path]?.usingComponents ?? {})) this.load(used.slice(1), false);
    this.engine.space.componentEnv(path, (env) => this.register(path, isPage, env as unknown as Registrar));
    this.engine.addStyles(path, isPage);
  }

  private register(path: string, isPage: boolean, env: Registrar): void {
    const outer = this.current;
    const { withBehaviors, space } = this.engine;
    let registered = false;
    this.current = {
      Page: (definition) => {
        registered = true;
        return env.Page(withBehaviors(definition));
      },
      Component: (definition) => {
        // without a definition this is the engine's chaining builder
        if (definition === undefined) return env.Component();
        registered = true;
        const options = (definition.options ?? {}) as { styleIsolation?: string; addGlobalClass?: boolean };
        const config = space.getComponentStaticConfig(path) as { styleIsolation?: string };
        config.styleIsolation ??= options.styleIsolation ?? (options.addGlobalClass ? 'apply-shared' : undefined);
        return env.Component(withBehaviors(definition));
      },
      Behavior: (definition) => env.Behavior(withBehaviors(definition)),
    };
    try {
      if (path in this.bundle.modules) this.run(path);
      if (!registered) throw new Error(`${path}.js registered neither a page nor a component`);
    } catch (error) {
      if (!registered) fault(`registering ${path}`, error);
    } finally {
      this.current = outer;
    }
    // the engine needs something under the path, or every page that uses it dies with it
    if (!registered) (isPage ? env.Page : env.Component)({});
  }

  private requireFrom(from: string) {
    const require = (request: string) => {
      const target = request.startsWith('/') ? request : new URL(request, `http://package/${from}`).pathname;
      const name = decodeURIComponent(target).slice(1).replace(/\.js$/, '');
      const found = [name, `${name}/index`].find((candidate) => candidate in this.bundle.modules);
      if (!found) throw new Error(`module '${request}' not found from ${from}`);
      return this.run(found);
    };
    return Object.assign(require, { async: async (request: string) => require(request) });
  }
}
