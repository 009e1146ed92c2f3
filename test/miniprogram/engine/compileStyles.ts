import path from 'node:path';
import postcss from 'postcss';
import selectorParser from 'postcss-selector-parser';
import { BUILTIN_TAGS } from './builtinTags';
import { textOf } from './packageFiles';
import type { PackageFiles } from './protocol';
import { toBrowserUnits } from './units';

/** Stand for the style scope, which only the browser side knows. */
export const SCOPE_MARK = 'MPSCOPE__';
export const HOST_MARK = 'MPHOST__';

const tags = new Set<string>(BUILTIN_TAGS);

/** One stylesheet as the browser takes it: imports inlined, rpx as vw, built-in tags as `wx-*`, assets under `/pkg`. */
export function compileStyles(files: PackageFiles, name: string, warn: (text: string) => void): string {
  const source = withImports(files, name, new Set());
  if (!source.trim()) return '';
  try {
    const root = postcss.parse(source);
    root.walkDecls((declaration) => {
      declaration.value = withPackageUrls(toBrowserUnits(declaration.value), name);
    });
    root.walkAtRules('media', (rule) => {
      rule.params = toBrowserUnits(rule.params);
    });
    root.walkRules((rule) => {
      const parent = rule.parent;
      if (parent?.type === 'atrule' && (parent as postcss.AtRule).name.endsWith('keyframes')) return;
      rule.selector = browserSelector(rule.selector);
    });
    return root.toString();
  } catch (error) {
    warn(`${name}: ${(error as Error).message}`);
    return '';
  }
}

function withImports(files: PackageFiles, name: string, seen: Set<string>): string {
  if (seen.has(name)) return '';
  seen.add(name);
  const source = textOf(files, name).replace(/\/\*[\s\S]*?\*\//g, '');
  return source.replace(/@import\s*(?:url\()?['"]([^'"]+)['"]\)?\s*;?/g, (_all, target: string) =>
    withImports(files, resolve(name, target), seen),
  );
}

const resolve = (from: string, target: string) =>
  target.startsWith('/') ? target.slice(1) : path.posix.join(path.posix.dirname(from), target);

const LOCAL_URL = /url\((['"]?)(?!data:|https?:|\/\/)([^)'"]+)\1\)/g;
const withPackageUrls = (value: string, name: string) =>
  value.replace(LOCAL_URL, (_all, _quote, target: string) => `url("/pkg/${resolve(name, target)}")`);

const attributeSelector = (name: string, value: string) =>
  selectorParser.attribute({ attribute: name, operator: '=', value, quoteMark: '"', raws: {} });

// Ids are plain attributes in the engine's DOM; the colon in their name must be escaped exactly once.
const browserSelector = (selector: string) =>
  selectorParser((root) => {
    root.walkTags((tag) => {
      if (tags.has(tag.value)) tag.value = `wx-${tag.value}`;
    });
    root.walkPseudos((pseudo) => {
      if (pseudo.value === ':host') pseudo.replaceWith(attributeSelector('wx-host', HOST_MARK));
    });
    root.walkClasses((node) => {
      node.value = SCOPE_MARK + node.value;
    });
    root.walkIds((id) => {
      id.replaceWith(attributeSelector('exparser:info-attr-id', id.value));
    });
  })
    .processSync(selector)
    .replace(/\\?exparser:info-attr-id/g, 'exparser\\:info-attr-id');
