import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { IPluginContext } from '@tarojs/service';

interface Asset {
  source(): string | Buffer;
  size(): number;
}

/** Attributes that Taro itself needs, or that stand for a prop of another name (`bindtap` is `onClick`). */
const always = /^(wx:|a:|tt:|data-|is$|data$|name$|id$|key$|class$|style$|bindtap$|onTap$|item-id$)/;

function wordsOf(folder: string, words = new Set<string>()): Set<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) wordsOf(file, words);
    else if (/\.tsx?$/.test(entry.name))
      for (const word of readFileSync(file, 'utf8').match(/\w+/g) ?? []) words.add(word.toLowerCase());
  }
  return words;
}

/** `scroll-into-view` is the prop `scrollIntoView`, `bindtouchstart` is `onTouchStart`, `catchtouchmove` is `catchMove`. */
function propOf(attribute: string): string {
  const name = attribute.replace(/[-:]/g, '').toLowerCase();
  if (/^catch/.test(name)) return name.replace(/^catch(touch)?/, 'catch');
  return name.replace(/^bind/, 'on');
}

/**
 * Taro's templates name every attribute that a host's component knows, some of them a dozen times over. Here those
 * stay whose prop is written anywhere in the sources, so using a new prop needs no thought; the rest is a third of
 * the file, in the package whose size counts.
 */
export function leanTemplate(template: string, words: Set<string>): string {
  return template.replace(/<\w[^<>"]*(?:"[^"]*"[^<>"]*)*>/g, (tag) => {
    const seen = new Set<string>();
    return tag.replace(/\s+(([\w:-]+)="[^"]*")/g, (_, whole: string, attribute: string) => {
      // some of Taro's hosts name one event twice
      const isAgain = seen.has(attribute);
      seen.add(attribute);
      return !isAgain && (always.test(attribute) || words.has(propOf(attribute))) ? ` ${whole}` : '';
    });
  });
}

/** Instead of Taro's `minifyXML`, whose minifier writes Alipay's `onTap` as `ontap` (NervJS/taro#8933). */
export function withoutSpaces(template: string): string {
  return template
    .replace(/>\s+</g, '><')
    .replace(/\s+\/>/g, '/>')
    .trim();
}

/** Taro's template of Douyin's button leaves out whom `open-type="im"` talks to, and how `openWebcastRoom` ended. */
export function addDouyinButtons(template: string): string {
  return template.replace(/<button /g, '<button data-im-id="{{i.dataImId}}" bindopenwebcastroom="eh" ');
}

export default (ctx: IPluginContext): void => {
  ctx.modifyBuildAssets(({ assets }: { assets: Record<string, Asset> }) => {
    const words = wordsOf(ctx.paths.sourcePath);
    for (const [name, asset] of Object.entries(assets)) {
      if (!/\.(wxml|axml|ttml)$/.test(name)) continue;
      const whole = withoutSpaces(asset.source().toString());
      const isBase = /(^|\/)base\.\w+$/.test(name);
      const lean = isBase ? leanTemplate(name.endsWith('ttml') ? addDouyinButtons(whole) : whole, words) : whole;
      assets[name] = { ...asset, source: () => lean, size: () => Buffer.byteLength(lean) };
    }
  });
};
