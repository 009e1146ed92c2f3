/** What a card or a link of a page says. `path` begins with `/` and carries its query; the picture is shown 5:4. */
export interface SharedPage {
  title: string;
  path: string;
  /** An https address; without one the host takes a picture of the page. */
  imageUrl?: string | undefined;
}

/** Enough to tell two cards apart: when it was made, and chance. */
const newShareId = () => Date.now().toString(36) + Math.random().toString(36).slice(2, 8);

/** Who comes by a card is counted by the `share` of its path. */
const withShare = (path: string, shareId: string) => `${path}${path.includes('?') ? '&' : '?'}share=${shareId}`;

/** For `onShareAppMessage`. Alipay wants a description, which the others leave out. */
export function toCard({ title, path, imageUrl }: SharedPage, shareId = newShareId()) {
  return { title, desc: title, path: withShare(path, shareId), ...(imageUrl && { imageUrl }) };
}

/** For WeChat's `onShareTimeline`, which opens the page that it was sent from. */
export function toTimeline({ title, path, imageUrl }: SharedPage, shareId = newShareId()) {
  const query = withShare(path, shareId).split('?')[1] ?? '';
  return { title, query, ...(imageUrl && { imageUrl }) };
}
