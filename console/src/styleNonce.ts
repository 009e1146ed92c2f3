/** The policy of the page lets in only styles that carry this; the server writes a new one into each answer. */
export const styleNonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? '';

const create = document.createElement.bind(document) as (name: string, options?: ElementCreationOptions) => HTMLElement;

// antd's measure of scroll bars and its scroll lock make their styles without asking for the nonce
document.createElement = ((name: string, options?: ElementCreationOptions) => {
  const element = create(name, options);
  if (element instanceof HTMLStyleElement) element.nonce = styleNonce;
  return element;
}) as typeof document.createElement;
