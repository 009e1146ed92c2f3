import { platform } from '@/platform';

/**
 * Says what was denied. A host asks a person once: where its settings can be opened, this leads there; whoever only
 * refused the privacy statement is told the rest and not sent anywhere.
 */
export async function offerSettings(code: string, words: { denied: string; withoutConsent: string }): Promise<void> {
  if (code === 'privacy') platform.toast(words.withoutConsent);
  else if (!platform.has('settings')) platform.toast(words.denied);
  else {
    const isWanted = await platform.confirm({ title: words.denied, confirmText: '去设置', cancelText: '先不用' });
    if (isWanted) await platform.openSettings();
  }
}
