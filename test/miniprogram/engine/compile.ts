import { BUILTIN_TAGS } from './builtinTags';
import { compileStyles } from './compileStyles';
import { compileTemplates } from './compileTemplates';
import { readComponentGraph } from './componentGraph';
import { PROBED_NAMES } from './extraNames';
import { nativeNames } from './nativeNames';
import { textOf } from './packageFiles';
import type { Bundle, PackageFiles, Platform } from './protocol';

/** A WeChat-shaped package (see `normalize`) as the one bundle that the browser side loads. */
export function compile(files: PackageFiles, platform: Platform): Bundle {
  const warnings: string[] = [];
  const warn = (text: string) => void warnings.push(text);
  const graph = readComponentGraph(files, warn);
  const styles: Record<string, string> = { app: compileStyles(files, 'app.wxss', warn) };
  for (const name of graph.order) styles[name] = compileStyles(files, `${name}.wxss`, warn);
  const modules: Record<string, string> = {};
  for (const name of files.keys()) {
    if (name.endsWith('.js')) modules[name.slice(0, -3)] = textOf(files, name);
  }
  return {
    platform,
    ...graph,
    templates: compileTemplates(files, graph.order, warn),
    styles,
    modules,
    warnings,
    builtinTags: BUILTIN_TAGS,
    nativeNames: nativeNames(platform),
    probedNames: PROBED_NAMES[platform],
  };
}
