import type { Script } from './script';

/** The browser's file picker and its links, neither of which jsdom has. */
export function playPicker(script: Script, note: (name: string, options: Record<string, unknown>) => void): void {
  const files = [1, 2, 3].map((n) => new File(['x'.repeat(n * 100)], `${n}.jpg`, { type: 'image/jpeg' }));
  let made = 0;
  Object.defineProperty(URL, 'createObjectURL', { configurable: true, value: () => `blob:http://localhost/${++made}` });
  jest.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(function (this: HTMLInputElement) {
    note('choose', { accept: this.accept, multiple: this.multiple });
    if (script.pictures === 'cancelled') this.dispatchEvent(new Event('cancel'));
    else {
      Object.defineProperty(this, 'files', { value: files });
      this.dispatchEvent(new Event('change'));
    }
  });
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    note('link', { href: this.href, isDownload: this.hasAttribute('download'), target: this.target });
  });
}
