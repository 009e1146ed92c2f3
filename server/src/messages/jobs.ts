import type { Context } from '../context';
import { keepStanding, type JobHandlers } from '../jobs';
import { CHECK_ROW, checkNotices } from './checkNotices';
import { sendMessage } from './sendMessage';
import { CHECK_NOTICES, SEND_MESSAGE } from './topics';

export const messageJobs: JobHandlers = {
  [SEND_MESSAGE]: (ctx, { userId, messageId }, attempt) => sendMessage(ctx, userId!, messageId!, attempt),
  [CHECK_NOTICES]: (ctx) => checkNotices(ctx),
};

/** Called at every start. */
export const startNoticeChecks = (ctx: Context) => keepStanding(ctx, CHECK_ROW, CHECK_NOTICES);
