import { formatFen } from '@jishi/contract/plain/money';
import { send } from '@/lib/send';
import { platform } from '@/platform';
import type { PayIntent, Result } from '@/platform/types';

type FakeIntent = Extract<PayIntent, { kind: 'fake' }>;

/** The cashier of a demo shop: asks, and tells the stand-in platform what the payer did. Throws nothing. */
export async function openFakeCashier({ tradeNo, amountFen }: FakeIntent): Promise<Result> {
  const isPaying = await platform.confirm({
    title: `模拟支付 ¥${formatFen(amountFen)}`,
    text: '这是演示店铺，不会真的扣钱',
    confirmText: '确认支付',
    cancelText: '取消',
  });
  if (!isPaying) return { status: 'cancelled', code: 'fake' };
  try {
    await send({ method: 'POST', path: `/fake/trades/${encodeURIComponent(tradeNo)}`, body: { action: 'pay' } });
    return { status: 'ok', code: 'fake', value: null };
  } catch (error) {
    return { status: 'pending', code: String(error) };
  }
}
