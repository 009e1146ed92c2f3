/** Outbox topics of messages; the handlers are in jobs.ts. */
export const SEND_MESSAGE = 'message.send';
export const CHECK_NOTICES = 'notice.check';
