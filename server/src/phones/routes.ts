import type { phoneRoutes } from '@jishi/contract/phones';
import type { Handlers } from '../http';
import { bindByProof, bindBySms, getPhone } from './bindPhone';
import { sendSmsCode } from './smsCodes';

export const phoneHandlers: Handlers<typeof phoneRoutes> = {
  'GET /api/phone': (ctx, { session }) => getPhone(ctx.db, session.userId),
  'POST /api/phone': (ctx, { session, body }) => bindByProof(ctx, session, body.proof),
  'POST /api/sms-codes': (ctx, { session, body, ip }) => sendSmsCode(ctx, session, body.phone, ip),
  'POST /api/phone/sms': (ctx, { session, body }) => bindBySms(ctx, session, body.phone, body.code),
};
