import { z } from 'zod';

/** Longest first: what a text would do in a page that took it for HTML, an address or a template. `p` tells. */
const ATTACKS = [
  `</textarea></title></style><img src=x onerror="p()">`,
  `"><iframe srcdoc="<script>parent.p()</script>">`,
  `<img src="//evil.test/a" onload=p()>`,
  `"><img src=x onerror=p()>`,
  `'"><svg/onload=p()>`,
  `<script>p()</script>`,
  `<svg onload=p()>`,
  `javascript:p()`,
  `<b onfocus=p()`,
  `"onload=p()`,
  `'-p()-'`,
  '${p()}',
  '"><b>',
  '<b>',
];
const ADDRESSES = [
  `/assets/x"onerror="p()`,
  `/assets/');p('`,
  `/assets/<svg/onload=p()>`,
  `/assets/../../x"onload=p()//`,
];
const FILMS = ADDRESSES.map((address) => `${address}.mp4`);
const HTML = `<p onclick=p()>字<img src=x onerror=p()><a href="javascript:p()">走</a><script>p()</script>
  <svg onload=p()><style><img src=x onerror=p()></style></svg><math><mtext><table><mglyph><style><!--</style>
  <img title="--&gt;&lt;img src=x onerror=p()&gt;"></table></mtext></math><iframe srcdoc="<script>parent.p()</script>"></iframe>
  <img src="/assets/x" onload=p()><p style="background:url(//evil.test/b)">底</p><form action=javascript:p()><input autofocus onfocus=p()></form>`;
const OTHERS = ['1', '2099-01-01T00:00:00.000Z', '#cf3f22', 'a-slug', '13800006620', '09:00'];

interface Node {
  $ref?: string;
  allOf?: Node[];
  anyOf?: Node[];
  oneOf?: Node[];
  const?: unknown;
  enum?: unknown[];
  type?: string;
  properties?: Record<string, Node>;
  items?: Node | Node[];
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  format?: string;
  minimum?: number;
  maximum?: number;
  definitions?: Record<string, Node>;
  widget?: string;
}

/**
 * A value that the schema allows, with an attack in every text that takes one. Other `turn`s have other attacks, and take
 * other ways where the schema leaves a choice. `known` gives values by their field's name; undefined leaves a field out.
 */
export function hostileFill(schema: z.ZodType, turn: number, known: Record<string, unknown> = {}): unknown {
  const root = z.toJSONSchema(schema, { target: 'draft-7', io: 'input' }) as Node;
  let count = turn;

  function fill(node: Node): unknown {
    if (node.$ref) return fill(root.definitions![node.$ref.split('/').at(-1)!]!);
    if (node.allOf) return fill({ ...node.allOf[0]!, ...(node.widget && { widget: node.widget }) });
    const ways = node.oneOf ?? node.anyOf;
    if (ways) return fill(ways[turn % ways.length]!);
    if (node.const !== undefined) return node.const;
    if (node.enum) return node.enum[turn % node.enum.length];
    if (node.type === 'object') return fillObject(node);
    if (node.type === 'array') {
      const length = Math.max(node.minItems ?? 0, Math.min(2, node.maxItems ?? 2));
      return Array.from({ length }, () => fill(node.items as Node));
    }
    if (node.type === 'string') return fillText(node);
    if (node.type === 'boolean') return false;
    return node.type === 'null' ? null : Math.max(node.minimum ?? 1, Math.min(1, node.maximum ?? 1));
  }

  function fillObject({ properties = {} }: Node): object {
    const fields = Object.entries(properties).map(([name, node]) => [
      name,
      Object.hasOwn(known, name) && node.const === undefined ? known[name] : fill(node),
    ]);
    return Object.fromEntries(fields.filter(([, value]) => value !== undefined)) as object;
  }

  function fillText({ pattern, format, maxLength = Infinity, widget }: Node): string {
    const fits = (text: string) => text.length <= maxLength && (!pattern || new RegExp(pattern, 'u').test(text));
    if (format === 'date-time') return '2099-01-01T00:00:00.000Z';
    if (widget === 'richText') return HTML;
    const fitting = [...ATTACKS, ...ADDRESSES, ...FILMS].filter(fits);
    const all = fitting.length > 0 ? fitting : OTHERS.filter(fits);
    count += 1;
    if (all.length === 0) throw new Error(`nothing fits ${pattern}`);
    return all[count % all.length]!;
  }

  return fill(root);
}

/** As the attack of a rich text, for fields that say nothing of being one. */
export const HOSTILE_HTML = HTML;
