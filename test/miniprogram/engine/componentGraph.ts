import path from 'node:path';
import { textOf } from './packageFiles';
import type { AppConfig, ComponentConfig, PackageFiles } from './protocol';

export interface ComponentGraph {
  app: AppConfig;
  pages: string[];
  /** Components and pages, dependencies first. */
  order: string[];
  configs: Record<string, ComponentConfig>;
}

export const CUSTOM_TAB_BAR = 'custom-tab-bar/index';

/** Follows `usingComponents` from every page. What cannot be resolved is reported through `warn`. */
export function readComponentGraph(files: PackageFiles, warn: (text: string) => void): ComponentGraph {
  const json = (name: string) => (files.has(name) ? JSON.parse(textOf(files, name)) : {});
  const app = json('app.json') as AppConfig;
  const roots = app.subPackages ?? app.subpackages ?? [];
  const pages = [...app.pages, ...roots.flatMap((sub) => sub.pages.map((page) => path.posix.join(sub.root, page)))];
  const configs: Record<string, ComponentConfig> = {};
  const order: string[] = [];

  const visit = (name: string) => {
    if (configs[name]) return;
    const config = json(`${name}.json`) as ComponentConfig;
    configs[name] = config;
    const own = config.usingComponents ?? {};
    const using: Record<string, string> = {};
    for (const [tag, target] of Object.entries({ ...app.usingComponents, ...own })) {
      if (target.startsWith('plugin')) continue;
      const found = resolveComponent(files, tag in own ? name : 'app', target);
      if (found) using[tag] = `/${found}`;
      else warn(`${name}.json: component <${tag}> not found at ${target}`);
    }
    config.usingComponents = using;
    for (const target of Object.values(using)) visit(target.slice(1));
    order.push(name);
  };

  for (const page of pages) {
    if (!files.has(`${page}.js`)) warn(`app.json: page ${page} has no ${page}.js`);
    visit(page);
  }
  if (app.tabBar?.custom && files.has(`${CUSTOM_TAB_BAR}.json`)) visit(CUSTOM_TAB_BAR);
  return { app, pages, order, configs };
}

function resolveComponent(files: PackageFiles, from: string, target: string): string | undefined {
  const base = target.startsWith('/') ? target.slice(1) : path.posix.join(path.posix.dirname(from), target);
  return [base, `${base}/index`].find((name) => files.has(`${name}.json`) || files.has(`${name}.wxml`));
}
