import { changed } from './activity';
import { element } from './dom';
import { report } from './record';

let toast: HTMLElement | undefined;
let toastTimer = 0;

/** @param duration ms; 0 leaves it until `hideToast` */
export function showToast(text: string, duration: number): void {
  hideToast();
  toast = element('div', 'mp-toast', text);
  document.body.append(toast);
  report.toasts.push(text);
  changed();
  if (duration > 0) toastTimer = window.setTimeout(hideToast, duration);
}

export function hideToast(): void {
  window.clearTimeout(toastTimer);
  toast?.remove();
  toast = undefined;
}

const layer = (content: HTMLElement) => {
  const overlay = element('div', 'mp-ui');
  overlay.append(content);
  document.body.append(overlay);
  changed();
  return overlay;
};

const button = (className: string, text: string, onTap: () => void) => {
  const node = element('button', className, text);
  node.addEventListener('click', onTap);
  return node;
};

export interface ModalOptions {
  title?: string;
  content?: string;
  confirmText: string;
  /** Absent: the modal has one button. */
  cancelText?: string;
}

export function showModal(options: ModalOptions): Promise<boolean> {
  return new Promise((resolve) => {
    const modal = element('div', 'mp-modal');
    const buttons = element('div', '');
    modal.append(element('h4', '', options.title), element('p', '', options.content), buttons);
    const overlay = layer(modal);
    const close = (confirmed: boolean) => {
      overlay.remove();
      resolve(confirmed);
    };
    if (options.cancelText) buttons.append(button('cancel', options.cancelText, () => close(false)));
    buttons.append(button('ok', options.confirmText, () => close(true)));
  });
}

/** Answers the index that was tapped, or -1 for the cancel row. */
export function showSheet(items: string[], cancelText: string): Promise<number> {
  return new Promise((resolve) => {
    const sheet = element('div', 'mp-sheet');
    const overlay = layer(sheet);
    [...items, cancelText].forEach((text, index) => {
      const choose = () => {
        overlay.remove();
        resolve(index < items.length ? index : -1);
      };
      sheet.append(button('', text, choose));
    });
  });
}
