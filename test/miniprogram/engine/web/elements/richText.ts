import { toBrowserUnits } from '../../units';
import { BuiltIn } from './base';

interface RichNode {
  type?: string;
  text?: string;
  name?: string;
  attrs?: Record<string, string>;
  children?: RichNode[];
}

const build = (node: RichNode): Node => {
  if (node.type === 'text') return document.createTextNode(node.text ?? '');
  const made = document.createElement(node.name ?? 'div');
  for (const [name, value] of Object.entries(node.attrs ?? {})) made.setAttribute(name, toBrowserUnits(value));
  made.append(...(node.children ?? []).map(build));
  return made;
};

export class WxRichText extends BuiltIn {
  protected override changed(name: string): void {
    if (name !== 'nodes') return;
    const nodes = this.value('nodes');
    if (Array.isArray(nodes)) return this.replaceChildren(...(nodes as RichNode[]).map(build));
    const template = document.createElement('template');
    template.innerHTML = toBrowserUnits(String(nodes ?? ''));
    // the hosts drop everything that could run
    template.content.querySelectorAll('script,style,iframe').forEach((banned) => banned.remove());
    this.replaceChildren(template.content);
  }
}
