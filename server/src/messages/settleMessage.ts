import type { MessageState } from '@jishi/contract/plain/messages';
import type { Context } from '../context';
import { sql, type Tx } from '../db/db';
import type { Spent } from './spendGrant';

interface Ending {
  /** `waiting`: not sent, to be tried again. */
  state: MessageState;
  note: string;
  /** What becomes of the grant. `void_all`: the platform knows of none for this template. */
  grant: 'spent' | 'open' | 'void_all';
}

/** Writes down what became of a message that was given to the platform. */
export function settleMessage(ctx: Context, spent: Spent, ending: Ending): Promise<void> {
  return ctx.db.tx(async (tx) => {
    const { userId, messageId } = await whoNow(tx, spent);
    const isSent = ending.grant === 'spent';
    await tx.query(
      sql`update message_log set state = ${ending.state}, note = ${ending.note.slice(0, 200)},
          sent_at = case when ${isSent}::boolean then sent_at end
        where user_id = ${userId} and message_id = ${messageId} and state in ('sending', 'lost')`,
    );
    if (ending.grant === 'open') {
      await tx.query(
        sql`update message_grants set state = 'open', message_id = null, settled_at = null
          where user_id = ${userId} and grant_id = ${spent.grantId} and state = 'spent' and message_id = ${messageId}`,
      );
    }
    if (ending.grant === 'void_all') {
      await tx.query(
        sql`update message_grants set state = 'void', settled_at = ${ctx.now()}
          where user_id = ${userId} and platform = ${spent.platform} and app_id = ${spent.appId}
            and open_id = ${spent.openId} and template_id = ${spent.templateId}
            and (state = 'open' or grant_id = ${spent.grantId})`,
      );
    }
  });
}

/** The person may have been merged into another while the platform was asked. */
async function whoNow(tx: Tx, { userId, messageId }: Spent): Promise<{ userId: string; messageId: string }> {
  const [alias] = await tx.query<{ userId: string }>(
    sql`select user_id as "userId" from user_aliases where old_user_id = ${userId}`,
  );
  return { userId: alias?.userId ?? userId, messageId };
}
