import type { RichNode } from './readHtml';

/** A run of words, or one picture on its own. */
export type Part = { kind: 'words'; nodes: RichNode[] } | { kind: 'picture'; src: string };

/** What may be cut in two around a picture without looking otherwise. Lists and tables stay whole. */
const DIVISIBLE = new Set(['p', 'div', 'span', 'strong', 'b', 'em', 'i']);

/**
 * Takes the pictures out of the words, so that each can wait until it comes near the screen: inside `RichText` a host
 * loads them all at once.
 */
export function splitPictures(nodes: readonly RichNode[]): Part[] {
  const parts: Part[] = [];
  const addWords = (node: RichNode) => {
    const last = parts[parts.length - 1];
    if (last?.kind === 'words') last.nodes.push(node);
    else parts.push({ kind: 'words', nodes: [node] });
  };
  for (const node of nodes) {
    if (!('name' in node)) addWords(node);
    else if (node.name === 'img') parts.push({ kind: 'picture', src: node.attrs.src! });
    else if (!DIVISIBLE.has(node.name) || !hasPicture(node)) addWords(node);
    else {
      for (const part of splitPictures(node.children)) {
        if (part.kind === 'picture') parts.push(part);
        else if (part.nodes.some(isSeen)) addWords({ ...node, children: part.nodes });
      }
    }
  }
  return parts;
}

const hasPicture = (node: RichNode): boolean =>
  'name' in node && (node.name === 'img' || node.children.some(hasPicture));

const isSeen = (node: RichNode): boolean =>
  'name' in node
    ? node.name !== 'br' && (node.children.length === 0 || node.children.some(isSeen))
    : /\S/.test(node.text);
