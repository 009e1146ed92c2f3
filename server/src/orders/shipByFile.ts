import type { Readable } from 'node:stream';
import { writeAudit } from '../audit';
import type { Context } from '../context';
import { joined } from '../db/joined';
import { AppError } from '../errors';
import type { Remark } from '../imports/checkFile';
import { refuseFile } from '../imports/refuseFile';
import { readShippingFile, type ShippingLine } from './readShippingFile';
import { shipOrder } from './shipOrder';

/**
 * Ships every order of a file, or none: a file with a faulty line throws `import_invalid` (details: the lines and what is
 * wrong with them). The log of the employee is written in the same transaction.
 */
export async function shipByFile(
  ctx: Context,
  { employeeId, upload, requestId }: { employeeId: string; upload: Readable; requestId: string },
): Promise<{ shipped: number }> {
  const { lines, faults } = await readShippingFile(upload);
  if (faults.length > 0) throw refuseFile(faults);
  await ctx.db.tx(async (tx) => {
    const inside = { ...ctx, db: joined(ctx.db, tx) };
    const refused: Remark[] = [];
    for (const line of lines) {
      const reason = await ship(inside, line);
      if (reason) refused.push({ line: line.line, reason });
    }
    if (refused.length > 0) throw refuseFile(refused);
    await writeAudit(ctx, tx, {
      employeeId,
      action: 'POST /admin/shipments/import',
      target: 'orders',
      before: null,
      after: { shipped: lines.map(({ orderId, trackingNo }) => ({ orderId, trackingNo })) },
      requestId,
    });
  });
  ctx.kickJobs();
  return { shipped: lines.length };
}

/** Why this order cannot be shipped; what it has done by then is undone with the whole file. */
async function ship(ctx: Context, { orderId, carrier, trackingNo }: ShippingLine): Promise<string | null> {
  try {
    await shipOrder(ctx, orderId, { carrier, trackingNo });
    return null;
  } catch (error) {
    const reason = error instanceof AppError && REASONS[error.code];
    if (!reason) throw error;
    return reason;
  }
}

const REASONS: Partial<Record<AppError['code'], string>> = {
  not_found: '没有这个订单',
  order_state: '这一单不在等待发货：没有付款、已经发货、已经关闭，或是到店自提',
  aftersale_open: '这一单有退款申请还没有答复，先处理再发货',
};
