import { MESSAGE_FACTS, type FactType, type MessageKind, type MessagePlatform } from '@jishi/contract/plain/messages';
import { formatFen } from '@jishi/contract/plain/money';
import { inBeijing } from '../beijing';

/** By our words: texts, fen, and times in UTC. */
export type Facts = Readonly<Record<string, string | number>>;

/**
 * What each kind of field of a WeChat template takes, and how many characters (WeChat's list of template parameters).
 * WeChat refuses the whole message for one that is too long or of another kind.
 */
const WEAPP_FIELDS: Readonly<Record<string, { takes: readonly FactType[]; longest: number }>> = {
  thing: { takes: ['text', 'code', 'fen', 'time'], longest: 20 },
  character_string: { takes: ['code'], longest: 32 },
  number: { takes: ['code'], longest: 32 },
  letter: { takes: ['code'], longest: 32 },
  symbol: { takes: ['code'], longest: 5 },
  amount: { takes: ['fen'], longest: 16 },
  date: { takes: ['time'], longest: 30 },
  time: { takes: ['time'], longest: 30 },
  phrase: { takes: ['text'], longest: 5 },
  name: { takes: ['text'], longest: 10 },
};

/** Neither Alipay nor Douyin publish a limit for each field; this is shown whole on both. */
const LONGEST_ELSEWHERE = 40;

export type FieldFault = 'no_such_fact' | 'no_such_field' | 'wrong_type';

/** Why a mapping of a template's fields cannot be: by field; empty when it can. */
export function faultsOfFields(
  platform: MessagePlatform,
  kind: MessageKind,
  fields: Readonly<Record<string, string>>,
): Record<string, FieldFault> {
  const known = MESSAGE_FACTS[kind];
  const faults: Record<string, FieldFault> = {};
  for (const [field, fact] of Object.entries(fields)) {
    const type = Object.hasOwn(known, fact) ? known[fact] : undefined;
    const rule = weappField(field);
    if (!type) faults[field] = 'no_such_fact';
    else if (platform === 'weapp' && !rule) faults[field] = 'no_such_field';
    else if (platform === 'weapp' && !rule?.takes.includes(type)) faults[field] = 'wrong_type';
  }
  return faults;
}

/** The values of a template's fields as the platform takes them. A fact that is not known is a dash, as empty is refused. */
export function writeFacts(
  platform: MessagePlatform,
  kind: MessageKind,
  fields: Readonly<Record<string, string>>,
  facts: Facts,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([field, fact]) => {
      const text = write(MESSAGE_FACTS[kind][fact] ?? 'text', facts[fact]);
      const longest = platform === 'weapp' ? (weappField(field)?.longest ?? 20) : LONGEST_ELSEWHERE;
      return [field, cut(text, longest)];
    }),
  );
}

function weappField(field: string) {
  const base = /^([a-z_]+?)\d{1,3}$/.exec(field)?.[1];
  return base !== undefined && Object.hasOwn(WEAPP_FIELDS, base) ? WEAPP_FIELDS[base] : undefined;
}

function write(type: FactType, value: string | number | undefined): string {
  if (value === undefined || value === '') return '-';
  switch (type) {
    case 'fen':
      return `${formatFen(Number(value))}元`;
    case 'time':
      return beijing(new Date(value));
    case 'code':
      // neither Chinese nor spaces
      return String(value).replace(/[^\x21-\x7e]/g, '') || '-';
    case 'text':
      return String(value).replace(/\s+/g, ' ').trim() || '-';
  }
}

/** `2026年11月25日 20:05`, one of the forms that WeChat takes for a time. */
function beijing(time: Date): string {
  const [, year, month, day, clock] = /^(\d+)-(\d\d)-(\d\d)T(\d\d:\d\d)/.exec(inBeijing(time))!;
  return `${year}年${Number(month)}月${Number(day)}日 ${clock}`;
}

/** By whole characters, emoji too. */
function cut(text: string, longest: number): string {
  const letters = [...text];
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : text;
}
