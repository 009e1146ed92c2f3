import type { AppConfig, PackageFiles, Platform, TabItem, WindowConfig } from './protocol';

/**
 * Turns an Alipay (axml, acss, sjs) or Douyin (ttml, ttss, sjs) package into a WeChat-shaped one. Renames of syntax
 * only: what the native API does differently stays different, in `web/native`.
 */
export function normalize(files: PackageFiles, platform: Platform): PackageFiles {
  if (platform === 'weapp') return files;
  const out: PackageFiles = new Map();
  for (const [name, data] of files) {
    const rule = RULES[platform].find((candidate) => name.endsWith(candidate.from));
    if (!rule) out.set(name, data);
    else out.set(name.slice(0, -rule.from.length) + rule.to, Buffer.from(rule.rewrite(data.toString('utf8'), name)));
  }
  return out;
}

interface Rule {
  from: string;
  to: string;
  rewrite(source: string, name: string): string;
}

// Attributes are rewritten inside tags only, so that text such as "a:if" is left alone.
const TAG = /<(?!\/|!--)([\w-]+)((?:[^<>"']|"[^"]*"|'[^']*')*)>/g;
const eachTag = (source: string, rewrite: (tag: string, attributes: string) => string) =>
  source.replace(TAG, (_all, tag: string, attributes: string) => rewrite(tag, attributes));

// Alipay names a few events differently; the built-in components emit WeChat's names.
const ALIPAY_EVENTS: Record<string, string> = { longtap: 'longpress', animationend: 'animationfinish' };

function fromAxml(source: string): string {
  return eachTag(source, (tag, attributes) => {
    if (tag === 'import-sjs') {
      const values = Object.fromEntries(
        [...attributes.matchAll(/([\w-]+)\s*=\s*["']([^"']*)["']/g)].map((match) => [match[1], match[2]]),
      );
      return `<wxs module="${values.name}" src="${String(values.from).replace(/\.sjs$/, '.wxs')}" />`;
    }
    const rewritten = attributes
      .replace(/(\s)a:([\w-]+)/g, '$1wx:$2')
      .replace(
        /(\s)(capture-)?(on|catch)([A-Z]\w*)(?=\s*=)/g,
        (_all, space: string, capture: string | undefined, kind: string, name: string) => {
          const event = ALIPAY_EVENTS[name.toLowerCase()] ?? name.toLowerCase();
          const verb = kind === 'on' ? 'bind' : 'catch';
          return capture ? `${space}capture-${verb}:${event}` : `${space}${verb}${event}`;
        },
      )
      .replace(/\.axml(["'])/g, '.wxml$1');
    return `<${tag}${rewritten}>`;
  });
}

function fromTtml(source: string): string {
  const rewritten = eachTag(source, (tag, attributes) => {
    const renamed = attributes
      .replace(/(\s)tt:([\w-]+)/g, '$1wx:$2')
      .replace(/\.sjs(["'])/g, '.wxs$1')
      .replace(/\.ttml(["'])/g, '.wxml$1');
    return `<${tag === 'sjs' ? 'wxs' : tag}${renamed}>`;
  });
  return rewritten.replace(/<\/sjs>/g, '</wxs>');
}

const fromSjs = (source: string) =>
  source
    .replace(/^\s*import\s+(\w+)\s+from\s+(["'])(.+?)\.sjs\2;?/gm, 'var $1 = require("$3.wxs");')
    .replace(/\bexport\s+default\s+/, 'module.exports = ');

const styleImports = (extension: string) => (source: string) =>
  source.replace(new RegExp(`\\.${extension}(["'])`, 'g'), '.wxss$1');

type AlipayWindow = WindowConfig & { defaultTitle?: string; titleBarColor?: string };

function alipayWindow<T extends AlipayWindow>(config: T): T {
  const out = { ...config };
  if (config.defaultTitle !== undefined) out.navigationBarTitleText = config.defaultTitle;
  if (config.titleBarColor) out.navigationBarBackgroundColor = config.titleBarColor;
  return out;
}

interface AlipayTab extends TabItem {
  name?: string;
  icon?: string;
  activeIcon?: string;
}
type AlipayTabBar = NonNullable<AppConfig['tabBar']> & { textColor?: string; items?: AlipayTab[] };

function fromAlipayJson(source: string, name: string): string {
  const config = JSON.parse(source);
  if (name !== 'app.json') return JSON.stringify(alipayWindow(config));
  const app = config as AppConfig;
  app.window = alipayWindow(app.window ?? {});
  const bar = app.tabBar as AlipayTabBar | undefined;
  if (bar) {
    app.tabBar = {
      color: bar.textColor,
      selectedColor: bar.selectedColor,
      backgroundColor: bar.backgroundColor,
      list: (bar.items ?? bar.list ?? []).map((item: AlipayTab) => ({
        pagePath: item.pagePath,
        text: item.name ?? item.text,
        iconPath: item.icon ?? item.iconPath,
        selectedIconPath: item.activeIcon ?? item.selectedIconPath,
      })),
    };
  }
  return JSON.stringify(app);
}

const RULES: Record<'alipay' | 'tt', Rule[]> = {
  alipay: [
    { from: '.axml', to: '.wxml', rewrite: fromAxml },
    { from: '.acss', to: '.wxss', rewrite: styleImports('acss') },
    { from: '.sjs', to: '.wxs', rewrite: fromSjs },
    { from: '.json', to: '.json', rewrite: fromAlipayJson },
  ],
  tt: [
    { from: '.ttml', to: '.wxml', rewrite: fromTtml },
    { from: '.ttss', to: '.wxss', rewrite: styleImports('ttss') },
    { from: '.sjs', to: '.wxs', rewrite: fromSjs },
  ],
};
