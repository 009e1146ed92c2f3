import type { KeyObject } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Node } from './alipayBooks';
import { canonical, isSigned, signText, type Fields } from './alipayCrypto';
import { METHODS, type AlipayWorld } from './alipayMethods';

/**
 * How a call goes wrong. Before anything is done: `down` (503), `drop` (no answer), `hang` (never an answer), `busy`
 * (20000). With the work done: `lose` (no answer), `badSign`, `unsigned`, `forged` (changed after it was signed),
 * `twice` (a second, unsigned node of the same name), `html`. `signFirst` is right, and unusual.
 */
export type Fault =
  'down' | 'drop' | 'hang' | 'busy' | 'lose' | 'badSign' | 'unsigned' | 'forged' | 'twice' | 'html' | 'signFirst';

export interface Gate {
  world: AlipayWorld;
  appId: string;
  appKey: KeyObject;
  alipayKey: KeyObject;
  faults: { fault: Fault; method: string | null }[];
  calls: { method: string; top: Fields; biz: Record<string, unknown> }[];
}

const invalid = (subCode: string): Node => ({ code: '40002', msg: 'Invalid Arguments', sub_code: subCode });
const BUSY: Node = { code: '20000', msg: 'Service Currently Unavailable', sub_code: 'isp.unknow-error' };

/** One call of the gateway: system parameters in the query, the others in the form. */
export async function answerCall(gate: Gate, request: IncomingMessage, response: ServerResponse): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const form = new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
  const query = new URL(request.url ?? '/', gate.world.origin).searchParams;
  const fields = Object.fromEntries([...query, ...form]);
  const method = fields.method ?? '';
  const fault = takeFault(gate, method);
  if (fault === 'down') return response.writeHead(503).end();
  if (fault === 'drop') return request.socket.destroy();
  if (fault === 'hang') return undefined;
  const { name, node, isSignable } = work(gate, method, fields, fault);
  if (fault === 'lose') return request.socket.destroy();
  const text = fault === 'html' ? '<html>稍后再试</html>' : write(gate, name, node, isSignable ? fault : 'unsigned');
  return response.writeHead(200, { 'content-type': 'text/html;charset=utf-8' }).end(text);
}

function takeFault({ faults }: Gate, method: string): Fault | null {
  const index = faults.findIndex((one) => one.method === null || one.method === method);
  return index < 0 ? null : faults.splice(index, 1)[0]!.fault;
}

function work(gate: Gate, method: string, fields: Fields, fault: Fault | null) {
  const name = `${method.replaceAll('.', '_')}_response`;
  const error = (node: Node, isSignable = true) => ({ name: 'error_response', node, isSignable });
  // who the caller is stays unknown: nothing to sign the answer for
  if (fields.app_id !== gate.appId) return error(invalid('isv.invalid-app-id'), false);
  if (fields.sign_type !== 'RSA2' || !isSigned(gate.appKey, canonical(fields), fields.sign ?? '')) {
    return error(invalid('isv.invalid-signature'), false);
  }
  if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(fields.timestamp ?? '')) return error(invalid('isv.invalid-timestamp'));
  if (fields.version !== '1.0' || fields.charset !== 'utf-8') return error(invalid('isv.invalid-version'));
  const run = METHODS[method];
  if (!run) return error(invalid('isv.invalid-method'));
  if (fault === 'busy') return { name, node: BUSY, isSignable: true };
  const biz = JSON.parse(fields.biz_content ?? '{}') as Record<string, unknown>;
  gate.calls.push({ method, top: fields, biz });
  const node = run(gate.world, biz, fields);
  return 'error' in node ? error(node.error as Node) : { name, node, isSignable: true };
}

/** The signature covers the text of the node, slashes escaped as Alipay writes them. */
function write({ alipayKey }: Gate, name: string, node: Node, fault: Fault | null): string {
  const text = JSON.stringify(node).replaceAll('/', '\\/');
  const sign = `"sign":"${signText(alipayKey, fault === 'badSign' ? `${text} ` : text)}"`;
  const altered = text.replace(/WAIT_BUYER_PAY|ACQ\.TRADE_NOT_EXIST|"N"/, (word) =>
    word === '"N"' ? '"Y"' : 'TRADE_SUCCESS',
  );
  switch (fault) {
    case 'unsigned':
      return `{"${name}":${text}}`;
    case 'forged':
      return `{"${name}":${altered === text ? text.replace('}', ',"forged":"1"}') : altered},${sign}}`;
    case 'twice':
      return `{"${name}":${text},"${name}":${altered},${sign}}`;
    case 'signFirst':
      return `{${sign},"${name}":${text}}`;
    default:
      return `{"${name}":${text},${sign}}`;
  }
}
