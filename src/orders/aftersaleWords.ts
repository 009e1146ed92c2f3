import type { AftersaleKind, AftersaleReason, AftersaleState } from '@jishi/contract/plain/aftersales';
import type { Aftersale } from '@/api/aftersales';

export const KIND_WORDS: Record<AftersaleKind, string> = { refund: '仅退款', return: '退货退款' };

export const REASON_WORDS: Record<AftersaleReason, string> = {
  changed_mind: '不想要了',
  wrong_items: '商品或数量选错了',
  wrong_address: '地址或联系人填错了',
  slow_shipping: '发货太慢',
  not_received: '一直没收到货',
  lost: '包裹丢了',
  refused_parcel: '快递已拒收',
  defective: '有质量问题',
  damaged: '收到时已破损',
  wrong_sent: '发错货了',
  not_as_described: '和描述不一样',
  missing_parts: '少件或缺配件',
  exchange: '想换一件',
  other: '其他原因',
};

/** A state in one word, for lists and chips. */
export const STATE_WORDS: Record<AftersaleState, string> = {
  requested: '等待答复',
  approved: '待寄回',
  returning: '退货途中',
  received: '退款中',
  refunding: '退款中',
  done: '已退款',
  rejected: '未通过',
  withdrawn: '已撤销',
};

/** What has happened, as the trail tells it. */
export function moveText({ state, actor }: Aftersale['moves'][number], kind: AftersaleKind): string {
  switch (state) {
    case 'requested':
      return kind === 'return' ? '申请退货退款' : '申请退款';
    case 'approved':
      return actor === 'clock' ? '店家没有按时答复，已自动同意' : '店家同意了';
    case 'returning':
      return '已寄回';
    case 'received':
      return actor === 'clock' ? '寄出满十天，已自动确认收到' : '店家收到退货';
    case 'refunding':
      return '开始退款';
    case 'done':
      return '退款成功';
    case 'rejected':
      return '店家没有同意';
    case 'withdrawn':
      return actor === 'clock' ? '没有按时寄回，已自动撤销' : '已撤销申请';
  }
}

/** The head of the detail page: where it stands, and what comes next. */
export function headWords(
  aftersale: Pick<Aftersale, 'state' | 'orderState' | 'dueAt'>,
  now: number,
): { title: string; text: string } {
  const { state, orderState, dueAt } = aftersale;
  const left = dueAt ? leftText(Date.parse(dueAt) - now) : '';
  switch (state) {
    case 'requested':
      if (left === '') return { title: '等店家答复', text: '店家还没答复，可以联系客服催一催' };
      return {
        title: '等店家答复',
        text: orderState === 'paid' ? `${left.trim()}内没有答复就自动退款` : `店家会在${left}内答复`,
      };
    case 'approved':
      return {
        title: '请把商品寄回',
        text: left === '' ? '寄出后填快递单号' : `${left.trim()}内寄出并填好单号，过时自动撤销`,
      };
    case 'returning':
      return { title: '退货在路上', text: '店家收到后退款' };
    case 'received':
    case 'refunding':
      return { title: '正在退款', text: '原路退回，一般很快到账' };
    case 'done':
      return { title: '退款成功', text: '钱已原路退回' };
    case 'rejected':
      return { title: '店家没有同意', text: '有不同意见可以联系客服' };
    case 'withdrawn':
      return { title: '申请已撤销', text: '还需要的话可以再申请' };
  }
}

/** `2 天`, `5 小时`, `40 分钟`; nothing once it is over. */
export function leftText(ms: number): string {
  if (ms <= 0) return '';
  const minutes = Math.ceil(ms / 60_000);
  if (minutes < 60) return ` ${minutes} 分钟`;
  const hours = Math.ceil(minutes / 60);
  return hours < 48 ? ` ${hours} 小时` : ` ${Math.floor(hours / 24)} 天`;
}

/** Units of a SKU by how far their money has come, for the chip on an order's line. */
export function lineChip(items: readonly Aftersale[], skuId: string): { text: string; isOver: boolean } | null {
  const units = (states: readonly AftersaleState[]) =>
    items
      .filter(({ state }) => states.includes(state))
      .flatMap(({ lines }) => lines)
      .reduce((sum, line) => sum + (line.skuId === skuId ? line.quantity : 0), 0);
  const open = units(['requested', 'approved', 'returning', 'received', 'refunding']);
  const done = units(['done']);
  if (open > 0) return { text: `退款中 ×${open}`, isOver: false };
  return done > 0 ? { text: `已退款 ×${done}`, isOver: true } : null;
}
