/**
 * Who may import whom. The rule in layersRule.mjs reads this table; CONTRIBUTING.md explains it.
 *
 * A zone is a group of files; `zoneOf` finds it from a path relative to the root. Each line of `mayImport` names the
 * zones a file may import from besides its own. `types` marks zones of which only `import type` is allowed.
 */
const storefrontLayers = ['pages', 'blocks', 'components', 'api', 'platform', 'lib'];
const storefront = ['app', 'feature', 'button', ...storefrontLayers];

/** The super-app buttons: the JSX twins of `src/platform`, the only part of it that drawn components may use. */
const BUTTON = /^src\/platform\/[A-Z]\w*$/;

/** Downward only: a feature may import what stands before it, in its own step too. */
export const serverOrder = [
  ['db', 'cache', 'platform', 'assets', 'posters'],
  [
    'ledger',
    'attribution',
    'account',
    'members',
    'sessions',
    'phones',
    'addresses',
    'search',
    'products',
    'favourites',
    'history',
    'notices',
    'messages',
    'stores',
    'employees',
    'console',
    'codes',
    'points',
    'events',
    'segments',
    'imports',
    'backups',
    'doctor',
  ],
  ['coupons', 'live'],
  ['pricing', 'carts', 'terms'],
  ['orders', 'payments'],
  ['aftersale', 'redeem', 'shows', 'gifts', 'staff', 'till'],
  ['insight', 'layouts', 'demo'],
].flat();

/** Files directly in server/src that put the features together. All others there stand below every feature. */
const SERVER_ROOT = /^server\/src\/(main|app|import|backup|restore|doctor|openContext)$/;

/** The files that speak HTTP: those of the features, and the ones they are registered with. */
const SERVER_EDGE =
  /^server\/src\/([^/]+\/(routes|\w+Routes|admin|notify)|web\/\w+|console\/\w+|http|adminHttp|openapi|adminDocs)$/;

export const mayImport = {
  app: { zones: ['components', 'api', 'lib', 'platform'], types: ['contract'], plain: true },
  pages: { zones: ['blocks', 'components', 'api', 'platform', 'lib'], types: ['contract'], plain: true },
  feature: { zones: ['blocks', 'components', 'api', 'platform', 'lib'], types: ['contract'], plain: true },
  blocks: { zones: ['components', 'api', 'lib', 'button'], types: ['contract'], plain: true },
  components: { zones: ['lib', 'button'], types: ['contract'], plain: true },
  api: { zones: ['platform', 'button', 'lib'], types: ['contract'], plain: true },
  lib: { zones: ['platform', 'button'], types: ['contract'], plain: true },
  platform: { zones: ['button'], types: ['contract'], plain: true, packages: /^(@tarojs\/|react$|\.scss$)/ },
  contract: { zones: [], plain: true, packages: /^zod$/ },
  plain: { zones: [], types: ['contract'], packages: /^$/ },
  server: { zones: ['contract'], plain: true },
  console: { zones: ['contract'], plain: true },
  build: { zones: [] },
  // Storefront tests meet the server over HTTP; the stories, the walks and the support they share may start it.
  test: { zones: [...storefront, 'contract', 'support', 'build'], plain: true },
  testWithServer: {
    zones: [...storefront, 'contract', 'support', 'server', 'serverTest', 'tool', 'build'],
    plain: true,
  },
  consoleTest: { zones: ['console', 'contract', 'support'], plain: true },
  // A kind of block is one thing with a part on every side.
  kindTest: { zones: [...storefront, 'console', 'consoleTest', 'contract', 'support', 'tool', 'build'], plain: true },
  support: { zones: [...storefront, 'contract', 'server', 'serverTest', 'tool'], plain: true },
  serverTest: { zones: ['server', 'contract', 'support', 'tool'], plain: true },
  tool: { zones: ['server', 'serverTest', 'contract', 'support', 'testWithServer'], plain: true },
};

/** @param {string} file path relative to the root, `/` separated, without extension */
export function zoneOf(file) {
  const [top, second, third] = file.split('/');
  if (top === 'src') {
    if (third === undefined && !storefrontLayers.includes(second)) return { zone: 'app' };
    if (BUTTON.test(withoutSuffix(file))) return { zone: 'button', layer: 'platform' };
    if (second === 'pages') return { zone: 'pages', own: file.split('/').length > 3 ? third : undefined };
    if (storefrontLayers.includes(second)) return { zone: second };
    return { zone: 'feature', own: second };
  }
  if (top === 'contract') return { zone: file.startsWith('contract/src/plain/') ? 'plain' : 'contract' };
  if (top === 'server') return second === 'src' ? { zone: 'server' } : { zone: 'serverTest' };
  if (top === 'console') return { zone: 'console' };
  if (top === 'config' || top === 'eslint') return { zone: 'build' };
  if (top === 'scripts' || top === 'bench') return { zone: 'tool' };
  if (top === 'test') {
    if (second === 'support') return { zone: 'support' };
    if (second === 'console') return { zone: 'consoleTest' };
    if (second === 'kinds') return { zone: 'kindTest' };
    return { zone: /^(stories|browser|miniprogram|tooling|breakages)$/.test(second) ? 'testWithServer' : 'test' };
  }
  return { zone: 'build' };
}

/** `src/platform/index.weapp` → `src/platform/index` */
export function withoutSuffix(file) {
  return file.replace(/\.(weapp|alipay|tt|h5)$/, '');
}

/**
 * Says why `from` may not import `to`, or undefined when it may.
 * @param {string} from importing file, relative to the root, without extension
 * @param {{ path?: string, package?: string }} to the imported file likewise, or a package's specifier
 * @param {boolean} typeOnly the import vanishes at compile time
 */
export function refusal(from, to, typeOnly) {
  const source = zoneOf(from);
  const zone = source.layer ?? source.zone;
  const rule = mayImport[zone];
  if (to.package !== undefined) return refusePackage(zone, rule, to.package, typeOnly);

  const target = zoneOf(to.path);
  if (zone === 'server' && target.zone === 'server') return refuseServer(from, to.path, typeOnly);
  if (zone === target.zone || zone === target.layer) return refuseSibling(zone, source, target);
  if (target.zone === 'button' && rule.zones.includes('platform')) return undefined;
  if (rule.zones.includes(target.zone)) return undefined;
  if (target.zone === 'plain' && rule.plain) return undefined;
  if (rule.types?.includes(target.zone)) {
    if (typeOnly) return undefined;
    return `Only types may come from \`${to.path}\` here: use \`import type\`, or take the value from contract/src/plain.`;
  }
  if (target.zone === 'platform' && rule.zones.includes('button')) {
    return `\`${zone}\` may use only the buttons of src/platform.`;
  }
  if (target.zone === 'feature') {
    return `\`${zone}\` may not import the feature \`${target.own}\`: go there with \`to\` of @/lib/routes.`;
  }
  return `\`${zone}\` may not import \`${target.zone}\`.`;
}

function refuseSibling(zone, source, target) {
  if (zone === 'feature' && source.own !== target.own) {
    return `\`${source.own}\` may not import another feature: go to \`${target.own}\` with \`to\` of @/lib/routes.`;
  }
  if (zone === 'pages' && target.own !== undefined && source.own !== target.own) {
    return `The page \`${source.own ?? 'pages'}\` may not import the folder of the page \`${target.own}\`.`;
  }
  return undefined;
}

function refusePackage(zone, rule, name, typeOnly) {
  if (zone === 'plain' && name === 'zod') return 'contract/src/plain may not import zod: 90 KiB would follow it.';
  const isFree = zone === 'platform' && typeOnly;
  if (rule.packages && !rule.packages.test(name) && !isFree)
    return `\`${zone}\` may not import the package \`${name}\`.`;
  const storefront = rule.types?.includes('contract') && zone !== 'plain';
  if (storefront && name === 'zod' && !typeOnly)
    return 'zod stays out of the storefront: take values from contract/src/plain.';
  return undefined;
}

function refuseServer(from, to, typeOnly) {
  const feature = (file) => (file.split('/').length > 3 ? file.split('/')[2] : undefined);
  const [own, other] = [feature(from), feature(to)];
  if (SERVER_ROOT.test(from)) return undefined;
  if (own === undefined && !['db', 'cache', 'platform', 'assets', 'posters', undefined].includes(other)) {
    return `Files of server/src stand below the features: \`${from}\` may not import \`${to}\`.`;
  }
  if (own === undefined) return undefined;
  if (SERVER_ROOT.test(to)) return `Features may not import \`${to}\`, which puts them together.`;
  const edge = SERVER_EDGE.test(from);
  const mayUseEdge = edge && (other === undefined || own === other);
  if (SERVER_EDGE.test(to) && !mayUseEdge) return `\`${to}\` speaks HTTP: import the service function.`;
  if (edge && other === 'db' && !typeOnly) return 'Routes call service functions; only those touch the database.';
  if (other === undefined || own === other) return undefined;
  for (const name of [own, other]) {
    if (!serverOrder.includes(name)) {
      return `Give \`${name}\` its place in serverOrder (eslint/layers.mjs): the lowest step above all it imports.`;
    }
  }
  if (serverOrder.indexOf(other) < serverOrder.indexOf(own)) return undefined;
  return `\`${own}\` may not import \`${other}\`, which stands above it; what may happen afterwards goes through the outbox.`;
}

/** Services know no HTTP. */
export function isServerService(file) {
  return /^server\/src\/[^/]+\/.+/.test(file) && !SERVER_EDGE.test(file);
}
