import path from 'node:path';
import { TmplGroup } from 'glass-easel-template-compiler';
import { textOf } from './packageFiles';
import type { PackageFiles } from './protocol';

// The compiler's own scale: 3 is an error, 4 fatal; below that it only advises.
const ERROR_LEVEL = 3;
const WXS_REQUIRE = /require\(\s*['"]([^'"]+)['"]\s*\)/g;

/** Compiles templates and view scripts of `components` with WeChat's compiler into one JavaScript expression. */
export function compileTemplates(files: PackageFiles, components: string[], warn: (text: string) => void): string {
  const group = new TmplGroup();
  const seen = new Set<string>();
  const once = (name: string) => !seen.has(name) && Boolean(seen.add(name));
  const beside = (from: string, target: string) => path.posix.join(path.posix.dirname(from), target);

  const addScript = (name: string) => {
    if (!once(`${name}.wxs`)) return;
    if (!files.has(`${name}.wxs`)) return warn(`missing ${name}.wxs`);
    const source = textOf(files, `${name}.wxs`);
    group.addScript(name, withoutExtension(source));
    for (const match of source.matchAll(WXS_REQUIRE)) addScript(beside(name, stripped(match[1] ?? '')));
  };

  const addTemplate = (name: string) => {
    if (!once(`${name}.wxml`)) return;
    if (!files.has(`${name}.wxml`)) return warn(`missing ${name}.wxml`);
    const inline = /(<wxs[^>/]*>)([\s\S]*?)(<\/wxs>)/g;
    const source = textOf(files, `${name}.wxml`);
    const prepared = source.replace(inline, (_all, open, body, close) => open + withoutExtension(body) + close);
    for (const fault of group.addTmpl(name, prepared)) {
      if (fault.level >= ERROR_LEVEL) warn(`${name}.wxml:${fault.startLine}: ${fault.message}`);
    }
    for (const target of group.getDirectDependencies(name)) addTemplate(String(target).replace(/\.wxml$/, ''));
    for (const target of group.getScriptDependencies(name)) addScript(stripped(String(target)));
    for (const block of source.matchAll(inline)) {
      for (const match of (block[2] ?? '').matchAll(WXS_REQUIRE)) addScript(beside(name, stripped(match[1] ?? '')));
    }
  };

  components.forEach(addTemplate);
  const compiled = group.getTmplGenObjectGroups();
  group.free();
  return compiled;
}

const stripped = (name: string) => name.replace(/\.wxs$/, '');
// The compiler knows scripts by name without extension, sources require them with it.
const withoutExtension = (source: string) => source.replace(/(require\(\s*['"][^'"]+?)\.wxs(['"])/g, '$1$2');
