import fs from 'node:fs';
import path from 'node:path';
import { withoutSuffix } from './layers.mjs';

const vagueNames = ['utils', 'hooks', 'types', 'services', 'constants', 'common', 'misc', 'helpers'];
const sourceRoots = /^(src|server\/src|contract\/src|console\/src)\//;
const indexPlaces =
  /^src\/(platform\/index|blocks\/index|[a-z]\w*\/[a-z]\w*\/index|[a-z]\w*\/[a-z]\w*\/index\.config)$/;
const platformTwin = /^(.+)\.(weapp|alipay|tt|h5)\.(\w+)$/;

/** Says what is wrong with a file's name, or undefined. `siblings` are the names in its folder. */
function complaint(file, siblings) {
  if (!sourceRoots.test(file)) return undefined;
  const folders = path.posix.dirname(file).split('/');
  const vague = folders.find((folder) => vagueNames.includes(folder));
  if (vague) return `A folder named \`${vague}\` says nothing: put the file beside its users.`;

  const name = path.posix.basename(file);
  const extension = path.posix.extname(name);
  const bare = withoutSuffix(name.slice(0, -extension.length)).replace(/\.config$/, '');
  if (bare.includes('.')) return 'A dot in the base name switches the lookup of platform files off.';
  if (vagueNames.includes(bare) && bare !== 'types') return `\`${name}\` says nothing: name the file for what it does.`;
  const shape = extension === '.tsx' ? /^([A-Z][A-Za-z0-9]*|index|app|main)$/ : /^[a-z][A-Za-z0-9]*$/;
  if (!shape.test(bare)) return 'Components are PascalCase.tsx, every other file is camelCase.';
  const place = withoutSuffix(file.slice(0, -extension.length));
  if (bare === 'index' && file.startsWith('src/') && !indexPlaces.test(place)) {
    return '`index` is only for Taro pages, src/platform and src/blocks.';
  }
  if (bare === 'index' && !file.startsWith('src/')) return 'No index files outside the storefront.';
  return twinComplaint(bare, extension, siblings);
}

function twinComplaint(bare, extension, siblings) {
  const names = siblings.filter((name) => name.startsWith(`${bare}.`));
  const twins = names.filter((name) => platformTwin.test(name));
  if (twins.length === 0) return undefined;
  const rivals = [...twins, ...names.filter((name) => /^\w+\.[cm]?[jt]sx?$/.test(name))];
  const other = rivals.find((name) => path.posix.extname(name) !== extension);
  if (!other) return undefined;
  return `\`${other}\` has another extension: the build then takes it and ignores the platform.`;
}

export const names = {
  meta: { type: 'problem', schema: [], messages: { bad: '{{reason}}' } },
  create(context) {
    return {
      Program(node) {
        const file = path.relative(context.cwd, context.filename).split(path.sep).join('/');
        const folder = path.dirname(context.filename);
        const siblings = fs.existsSync(folder) ? fs.readdirSync(folder) : [];
        const reason = complaint(file, siblings);
        if (reason) context.report({ node, loc: { line: 1, column: 0 }, messageId: 'bad', data: { reason } });
      },
    };
  },
};
