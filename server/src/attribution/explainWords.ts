import { inBeijing } from '../beijing';
import type { OrderFacts } from './explainOrder';
import type { Names } from './readNames';
import type { Decision, Owner } from './replay';

interface Known {
  order: OrderFacts;
  state: 'unpaid' | 'waiting' | 'decided';
  decided: Owner | null;
  decision: Decision | null;
  names: Names;
}

/** Why an order is whose it is, in a few sentences that a manager reads out to a guide. */
export function explainWords({ order, state, decided, decision, names }: Known): string {
  if (state === 'unpaid') return '这一单还没有付款，付了才算得出是谁的。';
  if (state === 'waiting') return '这一单刚付款，归属正在算，过一会儿再来看。';
  const placed = `${clock(order.placedAt)}下的单。`;
  if (!decided || !decision) return `${placed}付款以前，这位顾客没有扫过任何导购的码，所以不算谁的。`;
  return [placed, reasonWords(decided, decision, names), moneyWords(order, decided)].join('');
}

function reasonWords(decided: Owner, decision: Decision, names: Names): string {
  const { orderDays } = decision.rules;
  const found = names.employee(decision.foundId);
  switch (decided.reason) {
    case 'touch': {
      const won = decision.steps.find(({ touch }) => touch === 'won')!.entry;
      const scanned = `之前 ${orderDays} 天里，最后一次扫的是${names.employee(won.employeeId)}的码「${names.code(won.token!)}」（${clock(won.at)}）`;
      if (won.employeeId === decision.foundId) return `${scanned}，所以算${found}的。`;
      return `${scanned}，后来这位顾客交给了${found}，所以算${found}的。`;
    }
    case 'belongs':
      return `之前 ${orderDays} 天里没有算数的扫码；${clock(decision.guide!.since)}起这位顾客归${found}，所以算${found}的。`;
    case 'own':
      return decided.employeeId === null
        ? `下单的就是${found}自己，按规则自己买的不算业绩。`
        : `下单的就是${found}自己，按规则记在${found}名下，只作标记，不算业绩。`;
    case 'none':
      return decision.guide
        ? `之前 ${orderDays} 天里没有算数的扫码；按规则，没有扫码的单不算谁的。`
        : `之前 ${orderDays} 天里没有算数的扫码，当时也不归哪位导购，所以不算谁的。`;
  }
}

function moneyWords({ amountFen, refundedFen }: OrderFacts, { employeeId, reason }: Owner): string {
  const back = Number(refundedFen);
  if (back === 0 || employeeId === null || reason === 'own') return '';
  if (back >= Number(amountFen)) return '钱已经全部退回，这一单不再算业绩。';
  return `退回了 ${(back / 100).toFixed(2)} 元，业绩按剩下的算。`;
}

const clock = (at: Date): string => {
  const [, month, day, time] = /^\d+-(\d+)-(\d+)T(\d+:\d+)/.exec(inBeijing(at))!;
  return `${Number(month)} 月 ${Number(day)} 日 ${time} `;
};
