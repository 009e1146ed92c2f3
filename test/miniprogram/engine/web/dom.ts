/** Asset paths of the package as the browser fetches them; `from` is the file that names the asset. */
export function assetUrl(source: string, from = ''): string {
  if (!source) return '';
  if (/^(https?:|data:|blob:|\/\/)/.test(source)) return source;
  return `/pkg${new URL(source, `http://package/${from}`).pathname}`;
}

export function element<K extends keyof HTMLElementTagNameMap>(tag: K, className: string, text = '') {
  const node = document.createElement(tag);
  node.className = className;
  node.textContent = text;
  return node;
}

/** The page on top, or nothing before the first one is there. */
export const topPageElement = () =>
  [...document.querySelectorAll<HTMLElement>('.mp-page')].filter((page) => page.style.display !== 'none').at(-1);

/** Ids live in the engine's own attribute. */
export const byId = (root: ParentNode, id: string) =>
  root.querySelector<HTMLElement>(`[exparser\\:info-attr-id="${CSS.escape(id)}"]`);

/** Whether a shopper sees anything: text, or something that is not made of text. */
export const showsContent = (root: HTMLElement) =>
  root.innerText.trim() !== '' || root.querySelector('wx-image,wx-canvas,wx-video,wx-input,wx-map') !== null;
