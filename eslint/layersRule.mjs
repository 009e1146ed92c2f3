import path from 'node:path';
import { isServerService, refusal, withoutSuffix } from './layers.mjs';

const withoutExtension = (file) => file.replace(/\.(d\.)?[cm]?[jt]sx?$/, '');

/** Resolves a specifier to a path relative to the root, or to a package. */
export function resolveSpecifier(from, specifier) {
  if (specifier.startsWith('.')) {
    const target = path.posix.join(path.posix.dirname(from), specifier);
    return { path: withoutExtension(target === '.' ? 'index' : target) };
  }
  if (specifier.startsWith('@/')) return { path: withoutExtension(`src/${specifier.slice(2)}`) };
  if (specifier.startsWith('@jishi/contract/')) {
    return { path: withoutExtension(`contract/src/${specifier.slice('@jishi/contract/'.length)}`) };
  }
  return { package: specifier };
}

function isTypeOnly(node) {
  if (node.importKind === 'type' || node.exportKind === 'type') return true;
  const specifiers = node.specifiers ?? [];
  return specifiers.length > 0 && specifiers.every((one) => (one.importKind ?? one.exportKind) === 'type');
}

export const layers = {
  meta: { type: 'problem', schema: [], messages: { refused: '{{reason}}' } },
  create(context) {
    const from = withoutExtension(path.relative(context.cwd, context.filename).split(path.sep).join('/'));

    function check(source, typeOnly) {
      if (typeof source?.value !== 'string' || /\.(s?css|png|jpe?g|svg)$/.test(source.value)) return;
      const reason = suffixReason(source.value) ?? layerReason(source.value, typeOnly);
      if (reason) context.report({ node: source, messageId: 'refused', data: { reason } });
    }
    function suffixReason(specifier) {
      const target = withoutExtension(specifier);
      if (from.startsWith('test/') || target.startsWith('node:') || withoutSuffix(target) === target) return undefined;
      return `The build picks the platform's file: import \`${withoutSuffix(target)}\`, never a twin by its suffix.`;
    }
    function layerReason(specifier, typeOnly) {
      const to = resolveSpecifier(from, specifier);
      if (!typeOnly && /^@?fastify(\/|$)/.test(to.package ?? '') && isServerService(from)) {
        return 'Services know no HTTP: only routes, admin and notify import fastify.';
      }
      return refusal(from, to, typeOnly);
    }

    return {
      ImportDeclaration: (node) => check(node.source, isTypeOnly(node)),
      ExportAllDeclaration: (node) => check(node.source, isTypeOnly(node)),
      ExportNamedDeclaration: (node) => check(node.source, isTypeOnly(node)),
      ImportExpression: (node) => check(node.source, false),
      TSImportType: (node) => check(node.source ?? node.argument?.literal, true),
      "CallExpression[callee.name='require']": (node) => check(node.arguments[0], false),
    };
  },
};
