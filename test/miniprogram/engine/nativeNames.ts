import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { EXTRA_NAMES } from './extraNames';
import type { NativeName, NativeNames, Platform } from './protocol';

/**
 * The names that `wx`, `my` or `tt` has, read from the vendor's own typings, plus the checked-in extras. Package code
 * that reaches for another name would get `undefined` on a phone.
 */
export function nativeNames(platform: Platform): NativeNames {
  const known = cache.get(platform);
  if (known) return known;
  const names = READERS[platform]();
  for (const [name, extra] of Object.entries(EXTRA_NAMES[platform])) names[name] ??= extra;
  cache.set(platform, names);
  return names;
}

const cache = new Map<Platform, NativeNames>();
const READERS: Record<Platform, () => NativeNames> = { weapp: readWx, alipay: readMy, tt: readTt };

function parse(request: string): ts.SourceFile {
  const file = require.resolve(request);
  return ts.createSourceFile(file, fs.readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
}

/** `interface Wx` of miniprogram-api-typings; a promise is answered where the typings say `PromisifySuccessResult`. */
function readWx(): NativeNames {
  const source = parse('miniprogram-api-typings/types/wx/lib.wx.api.d.ts');
  const names: NativeNames = {};
  const visit = (node: ts.Node): void => {
    if (!ts.isInterfaceDeclaration(node) || node.name.text !== 'Wx') return ts.forEachChild(node, visit);
    for (const member of node.members) {
      if (!member.name || !ts.isIdentifier(member.name)) continue;
      const result = ts.isMethodSignature(member) ? member.type?.getText(source) : undefined;
      merge(names, member.name.text, {
        callable: ts.isMethodSignature(member),
        promise: /PromisifySuccessResult|^Promise</.test(result ?? ''),
      });
    }
  };
  visit(source);
  return names;
}

/** `namespace my` of @mini-types/my, which @mini-types/alipay re-exports. */
function readMy(): NativeNames {
  const names: NativeNames = {};
  for (const file of ['lib.my.d.ts', 'lib.my.extra.d.ts']) {
    const source = parse(`@mini-types/my/types/${file}`);
    for (const statement of source.statements) {
      if (!ts.isModuleDeclaration(statement)) continue;
      const { body, name } = statement;
      if (body && ts.isModuleDeclaration(body)) merge(names, body.name.text, { callable: false, promise: false });
      if (name.text !== 'my' || !body || !ts.isModuleBlock(body)) continue;
      for (const [member, entry] of exportsOf(body.statements, source)) merge(names, member, entry);
    }
  }
  return names;
}

/** `import * as API` of @douyin-microapp/typings. Its `AsyncAPI` answers nothing: results come by callback only. */
function readTt(): NativeNames {
  const names: NativeNames = {};
  const seen = new Set<string>();
  const readFile = (request: string) => {
    if (seen.has(request)) return;
    seen.add(request);
    const source = parse(request);
    for (const [member, entry] of exportsOf(source.statements, source)) merge(names, member, entry);
    for (const statement of source.statements) {
      if (!ts.isExportDeclaration(statement) || !statement.moduleSpecifier) continue;
      const target = (statement.moduleSpecifier as ts.StringLiteral).text;
      const clause = statement.exportClause;
      if (!clause) readFile(path.posix.join(path.posix.dirname(request), `${target}.d.ts`));
      else if (ts.isNamedExports(clause)) {
        for (const element of clause.elements) merge(names, element.name.text, { callable: true, promise: false });
      }
    }
  };
  readFile('@douyin-microapp/typings/types/api.d.ts');
  return names;
}

function* exportsOf(statements: Iterable<ts.Statement>, source: ts.SourceFile): Generator<[string, NativeName]> {
  for (const statement of statements) {
    if (ts.isFunctionDeclaration(statement) && statement.name) {
      const promise = /^Promise</.test(statement.type?.getText(source) ?? '');
      yield [statement.name.text, { callable: true, promise }];
    }
    if (!ts.isVariableStatement(statement)) continue;
    for (const declaration of statement.declarationList.declarations) {
      const type = declaration.type?.getText(source) ?? '';
      yield [declaration.name.getText(source), { callable: /^\w*API\w*\b|=>/.test(type), promise: false }];
    }
  }
}

function merge(names: NativeNames, name: string, entry: NativeName): void {
  const before = names[name];
  // An overload that answers a promise makes the name one that can.
  names[name] = before
    ? { callable: before.callable || entry.callable, promise: before.promise || entry.promise }
    : entry;
}
