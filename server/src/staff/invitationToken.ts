import { randomInt } from 'node:crypto';
import { INVITATION_LETTERS } from '@jishi/contract/plain/staff';

const LENGTH = 8;

/** Read out over a counter and typed on a phone; 31^8 of them, each good for one person, for days. */
export function makeInvitationToken(): string {
  return Array.from({ length: LENGTH }, () => INVITATION_LETTERS[randomInt(INVITATION_LETTERS.length)]).join('');
}
