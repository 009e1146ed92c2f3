import { serverUrl } from '@/lib/serverUrl';

/** What `RichText` takes on every host. */
export type RichNode =
  { type: 'text'; text: string } | { name: string; attrs: Record<string, string>; children: RichNode[] };

/** Tag → style class. Whatever is not here loses its tag and keeps its words. */
const TAGS: Readonly<Record<string, string>> = {
  p: 'p',
  div: 'div',
  span: 'span',
  br: 'br',
  strong: 'strong',
  b: 'strong',
  em: 'em',
  i: 'em',
  u: 'u',
  s: 's',
  h1: 'h',
  h2: 'h',
  h3: 'h',
  h4: 'h',
  h5: 'h',
  h6: 'h',
  ul: 'list',
  ol: 'list',
  li: 'li',
  blockquote: 'quote',
  img: 'img',
  table: 'table',
  thead: 'thead',
  tbody: 'tbody',
  tr: 'tr',
  td: 'cell',
  th: 'cell',
  hr: 'hr',
};
const EMPTY = new Set(['br', 'img', 'hr']);
/** Their words are not for reading. */
const SILENT = new Set(['script', 'style', 'iframe', 'object', 'template', 'title', 'noscript']);
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };
/** A fresh one for each reading: it keeps its place. */
const tokens = () => /<!--[^]*?-->|<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>|[^<]+|</gi;

/**
 * Reads HTML into nodes through a list of allowed tags. The server has cleaned it already; this keeps a page safe
 * that shows something older or from elsewhere. Of attributes only a picture's `src` survives, and only to https or
 * to our own assets. `classOf` gives each kind of tag its class.
 */
export function readHtml(html: string, classOf: (name: string) => string | undefined): RichNode[] {
  const root: RichNode[] = [];
  const open: { tag: string; children: RichNode[] }[] = [];
  const scan = tokens();
  let silent: string | null = null;

  for (let match = scan.exec(html); match; match = scan.exec(html)) {
    const [token, slash, rawTag, attributes] = match;
    const tag = rawTag?.toLowerCase();
    const into = open[open.length - 1]?.children ?? root;
    if (silent !== null) {
      if (slash && tag === silent) silent = null;
    } else if (!tag) {
      if (!token.startsWith('<!--')) addText(into, decode(token));
    } else if (slash) {
      const level = open.map((node) => node.tag).lastIndexOf(tag);
      if (level >= 0) open.length = level;
    } else if (SILENT.has(tag)) {
      silent = tag;
    } else if (Object.prototype.hasOwnProperty.call(TAGS, tag)) {
      const node = elementOf(tag, attributes ?? '', classOf(TAGS[tag]!));
      if (!node) continue;
      into.push(node);
      if (!EMPTY.has(tag)) open.push({ tag, children: node.children });
    }
  }
  return root;
}

function elementOf(tag: string, attributes: string, className: string | undefined) {
  const attrs: Record<string, string> = className ? { class: className } : {};
  if (tag === 'img') {
    const src = decode(/\bsrc\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(attributes)?.slice(1).find(Boolean) ?? '');
    if (!/^(https:\/\/|\/assets\/)/.test(src)) return null;
    attrs.src = serverUrl(src);
  }
  return { name: tag, attrs, children: [] as RichNode[] };
}

/** White space between blocks is no text. */
function addText(into: RichNode[], text: string): void {
  const tidy = text.replace(/[ \t\r\n]+/g, ' ');
  if (tidy.trim() !== '' || (tidy !== '' && into.length > 0 && tidy.includes('\u00a0'))) {
    into.push({ type: 'text', text: tidy });
  }
}

function decode(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,6});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = name[1]!.toLowerCase() === 'x' ? parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
