import sanitize from 'sanitize-html';

const PICTURE = /^(https:\/\/[^\s/]|\/assets\/)/i;

const RULES: sanitize.IOptions = {
  allowedTags: [
    ...['p', 'br', 'ul', 'ol', 'li', 'strong', 'em', 'b', 'i', 'h2', 'h3', 'h4', 'img'],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  allowedAttributes: { img: ['src', 'alt', 'width', 'height'], th: ['colspan', 'rowspan'], td: ['colspan', 'rowspan'] },
  allowedSchemes: ['https'],
  allowProtocolRelative: false,
  // without these, the words of neighbouring blocks would run together
  transformTags: { div: 'p', section: 'p', article: 'p', blockquote: 'p', h1: 'h2', h5: 'h4', h6: 'h4' },
  exclusiveFilter: ({ tag, attribs }) => tag === 'img' && !PICTURE.test(attribs.src ?? ''),
};

/** Makes a description safe to show anywhere: an allow-list of tags, no styles, no scripts. Plain text becomes paragraphs. */
export function sanitiseHtml(html: string): string {
  const text = html.trim();
  if (text === '') return '';
  const isPlain = !/<[a-z!/]/i.test(text);
  const source = isPlain
    ? text
        .split(/\s*\n\s*/)
        .map((line) => `<p>${line}</p>`)
        .join('')
    : text;
  return collapse(sanitize(source, RULES));
}

/** A `div` around paragraphs became a paragraph around paragraphs, which HTML does not know. */
function collapse(html: string): string {
  return html
    .replace(/(<p>\s*)+(?=<p>)/g, '')
    .replace(/(<\/p>\s*)+<\/p>/g, '</p>')
    .replace(/<p>\s*<\/p>/g, '')
    .trim();
}
