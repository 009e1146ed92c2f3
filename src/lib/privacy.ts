import Taro from '@tarojs/taro';
import { create } from 'zustand';
import { platform } from '@/platform';
import type { PrivacyAsk } from '@/platform/types';
import { to } from './routes';

interface Waiting {
  /** Everything that waits for the same answer; nobody is asked twice. */
  asks: readonly PrivacyAsk[];
  /** The page that asks; the statement may be read on another one meanwhile. */
  path: string;
  /** What the host calls the statement; empty where the app's own page is it. */
  contract: string;
}

const NOTHING: Waiting = { asks: [], path: '', contract: '' };

/** What may go on only after the person's word on the privacy statement. */
export const usePrivacy = create<Waiting>(() => NOTHING);

/** The pages that draw a PrivacySheet now. */
const sheets: string[] = [];

/** A page draws the sheet; the answer takes it out again. */
export function addPrivacySheet(path: string): () => void {
  sheets.push(path);
  return () => void sheets.splice(sheets.indexOf(path), 1);
}

export const pathInSight = (): string => Taro.getCurrentInstance().router?.path ?? '';

/** Has the app's own sheet shown before the first private ability, instead of the host's dialog. Once, from app.tsx. */
export function wirePrivacy(): void {
  platform.onPrivacyNeed((ask) => {
    const path = pathInSight();
    // nothing waits for an answer that nobody can give
    if (!sheets.includes(path)) return ask.refuse();
    usePrivacy.setState(({ asks }) => ({ asks: [...asks, ask], path }));
    ask.shown();
    void platform.privacy().then(({ contract }) => usePrivacy.setState({ contract }));
  });
}

/** `buttonId`: of the PrivacyButton that was tapped. */
export function agreeToPrivacy(buttonId: string): void {
  for (const ask of take()) ask.agree(buttonId);
}

/** What was asked for ends as `denied`, and asks anew the next time. */
export function refusePrivacy(): void {
  for (const ask of take()) ask.refuse();
}

function take(): readonly PrivacyAsk[] {
  const { asks } = usePrivacy.getState();
  usePrivacy.setState(NOTHING);
  return asks;
}

/** The statement: the host's page of it, else ours. */
export async function readPrivacy(): Promise<void> {
  const { status } = await platform.openPrivacyContract();
  if (status !== 'ok' && status !== 'cancelled') to.privacy();
}
