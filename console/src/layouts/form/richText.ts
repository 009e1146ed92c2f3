/** What the server lets stand in a rich text; here only so that the preview shows nothing else either. */
const TAGS = new Set(
  'p br ul ol li strong em b i h2 h3 h4 img table thead tbody tr th td'.split(' ').map((tag) => tag.toUpperCase()),
);

export interface Mark {
  name: string;
  before: string;
  after: string;
}

export const MARKS: readonly Mark[] = [
  { name: '段落', before: '<p>', after: '</p>' },
  { name: '标题', before: '<h3>', after: '</h3>' },
  { name: '加粗', before: '<strong>', after: '</strong>' },
  { name: '列表', before: '<ul>\n<li>', after: '</li>\n</ul>' },
];

/** Puts a mark around the selected letters; says where they stand then. */
export function mark(text: string, from: number, to: number, { before, after }: Mark) {
  return {
    text: text.slice(0, from) + before + text.slice(from, to) + after + text.slice(to),
    from: from + before.length,
    to: to + before.length,
  };
}

/** The tree without anything that is not allowed. Parsing runs no script and loads no picture. */
export function parseRichText(html: string): ParsedNode[] {
  return readNodes(new DOMParser().parseFromString(html, 'text/html').body);
}

export type ParsedNode = string | { tag: string; src?: string; alt?: string; children: ParsedNode[] };

function readNodes(parent: Node): ParsedNode[] {
  return [...parent.childNodes].flatMap((node): ParsedNode[] => {
    if (node instanceof Text) return [node.data];
    if (!(node instanceof HTMLElement)) return [];
    if (['SCRIPT', 'STYLE'].includes(node.tagName)) return [];
    if (!TAGS.has(node.tagName)) return readNodes(node);
    const src = node.getAttribute('src') ?? '';
    if (node.tagName === 'IMG' && !/^(https:\/\/[^\s/]|\/assets\/)/i.test(src)) return [];
    const attributes = node.tagName === 'IMG' ? { src, alt: node.getAttribute('alt') ?? '' } : {};
    return [{ tag: node.tagName.toLowerCase(), ...attributes, children: readNodes(node) }];
  });
}
