import type { Question } from './types';

/** The toast and the question that super-apps draw themselves, for the web page. Looks: the design's toast and dialog. */
const STYLE = `
.jd-mask{position:fixed;left:0;right:0;top:0;bottom:0;z-index:1000;display:flex;align-items:center;justify-content:center;background:rgba(30,20,12,.52);font-family:-apple-system,"PingFang SC","HarmonyOS Sans SC","MiSans","Noto Sans SC","Noto Sans CJK SC",sans-serif}
.jd-box{width:295px;outline:0;border-radius:20px;overflow:hidden;background:#fffefb;color:#261e18;text-align:center;box-shadow:0 12px 32px rgba(74,48,24,.16)}
.jd-body{padding:26px 24px 22px}
.jd-title{font-size:17px;line-height:24px;font-weight:600}
.jd-text{margin-top:8px;font-size:14px;line-height:21px;color:#5c5148;white-space:pre-line}
.jd-foot{display:flex;border-top:1px solid #ede5d9}
.jd-key{flex:1;height:50px;padding:0;border:0;border-radius:0;background:none;font:inherit;font-size:16px;line-height:50px;color:#5c5148;cursor:pointer}
.jd-key:active{background:#f7f2ea}
.jd-yes{border-left:1px solid #ede5d9;color:#bd361b;font-weight:500}
.jd-toast{position:fixed;left:0;right:0;top:44%;z-index:1001;display:flex;justify-content:center;padding:0 40px;pointer-events:none;opacity:0;transition:opacity .22s;font-family:-apple-system,"PingFang SC","HarmonyOS Sans SC","MiSans","Noto Sans SC","Noto Sans CJK SC",sans-serif}
.jd-toast.is-on{opacity:1}
.jd-toast-text{padding:11px 18px;border-radius:22px;background:#2b231d;color:#fff8ee;font-size:14px;line-height:22px;text-align:center;box-shadow:0 12px 32px rgba(74,48,24,.16)}
@media (prefers-color-scheme:dark){
.jd-mask{background:rgba(0,0,0,.64)}
.jd-box{background:#1f1a16;color:#f4ebe0}
.jd-text,.jd-key{color:#cabdaf}
.jd-foot,.jd-yes{border-color:#4a4038}
.jd-key:active{background:#2c2520}
.jd-yes{color:#ff9173}
.jd-toast-text{background:#f4ebe0;color:#261e18}
}`;

const TOAST_MS = 2200;
let toastBox: HTMLElement | null = null;
let toastTimer = 0;

function element(tag: string, className: string, text = ''): HTMLElement {
  const node = document.createElement(tag);
  node.className = className;
  node.textContent = text;
  return node;
}

function addStyle(): void {
  if (document.getElementById('jd-style')) return;
  const style = element('style', '', STYLE);
  style.id = 'jd-style';
  document.head.appendChild(style);
}

export function showBrowserToast(text: string): void {
  addStyle();
  toastBox?.remove();
  window.clearTimeout(toastTimer);
  const box = element('div', 'jd-toast is-on');
  box.setAttribute('role', 'status');
  box.appendChild(element('div', 'jd-toast-text', text));
  document.body.appendChild(box);
  toastBox = box;
  toastTimer = window.setTimeout(() => box.remove(), TOAST_MS);
}

/** Leaving the page, Escape and a tap beside the box all mean no. */
export function askInBrowser({
  title,
  text = '',
  confirmText = '确定',
  cancelText = '取消',
}: Question): Promise<boolean> {
  addStyle();
  toastBox?.remove();
  return new Promise((resolve) => {
    const mask = element('div', 'jd-mask');
    const box = element('div', 'jd-box');
    const body = element('div', 'jd-body');
    const foot = element('div', 'jd-foot');
    const no = element('button', 'jd-key jd-no', cancelText);
    const yes = element('button', 'jd-key jd-yes', confirmText);
    const before = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    const close = (answer: boolean) => {
      window.removeEventListener('popstate', refuse);
      window.removeEventListener('keydown', onKey);
      mask.remove();
      before?.focus();
      resolve(answer);
    };
    const refuse = () => close(false);
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') refuse();
    };
    box.setAttribute('role', 'dialog');
    box.setAttribute('aria-modal', 'true');
    box.tabIndex = -1;
    box.setAttribute('aria-label', title);
    body.appendChild(element('div', 'jd-title', title));
    if (text) body.appendChild(element('div', 'jd-text', text));
    foot.append(no, yes);
    box.append(body, foot);
    mask.appendChild(box);
    no.addEventListener('click', refuse);
    yes.addEventListener('click', () => close(true));
    mask.addEventListener('click', (event) => event.target === mask && refuse());
    window.addEventListener('popstate', refuse);
    window.addEventListener('keydown', onKey);
    document.body.appendChild(mask);
    // the box, not a button: a stray Enter must not agree
    box.focus();
  });
}
