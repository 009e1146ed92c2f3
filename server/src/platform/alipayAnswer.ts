/**
 * The members of an answer of Alipay's gateway as they stand in the text. The signature covers the characters of the
 * node, so that it can be neither parsed nor written again before it is verified; members come in any order, `sign`
 * first or last. A name that stands twice is refused: parsers do not agree on which of them counts.
 * Throws a SyntaxError for anything but one flat object of members.
 */
export function readMembers(text: string): Map<string, string> {
  const members = new Map<string, string>();
  let at = skip(text, 0);
  if (text[at] !== '{') throw new SyntaxError('an object was expected');
  at = skip(text, at + 1);
  while (text[at] !== '}') {
    const nameEnd = endOfString(text, at);
    const name = JSON.parse(text.slice(at, nameEnd)) as string;
    at = skip(text, nameEnd);
    if (text[at] !== ':' || members.has(name)) throw new SyntaxError('a member was expected');
    at = skip(text, at + 1);
    const end = endOfValue(text, at);
    members.set(name, text.slice(at, end));
    at = skip(text, end);
    const isLast = text[at] === '}';
    if (!isLast && text[at] !== ',') throw new SyntaxError('the end was expected');
    if (isLast) break;
    at = skip(text, at + 1);
    if (text[at] === '}') throw new SyntaxError('another member was expected');
  }
  if (skip(text, at + 1) !== text.length) throw new SyntaxError('nothing more was expected');
  return members;
}

function skip(text: string, from: number): number {
  let at = from;
  while (/\s/.test(text[at] ?? '')) at += 1;
  return at;
}

function endOfString(text: string, from: number): number {
  if (text[from] !== '"') throw new SyntaxError('a string was expected');
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at + 1;
  }
  throw new SyntaxError('a string has no end');
}

/** Where an object, an array, a string or a plain value ends; what is inside is for the parser. */
function endOfValue(text: string, from: number): number {
  if (text[from] === '"') return endOfString(text, from);
  let depth = 0;
  let at = from;
  while (at < text.length) {
    const char = text[at]!;
    if (char === '"') {
      at = endOfString(text, at);
      continue;
    }
    if (depth === 0 && /[,}\s]/.test(char)) break;
    if (char === '{' || char === '[') depth += 1;
    if (char === '}' || char === ']') depth -= 1;
    at += 1;
    if (depth === 0 && (char === '}' || char === ']')) break;
  }
  if (depth !== 0 || at === from) throw new SyntaxError('a value was expected');
  return at;
}
