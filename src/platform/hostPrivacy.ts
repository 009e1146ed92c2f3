import { callDone, callNative, callSync, type NativeHost } from './native';
import type { CodeTable } from './outcome';
import type { Platform } from './types';

interface PrivacySetting {
  needAuthorization?: boolean;
  privacyContractName?: string;
}

type Resolve = (answer: { event: 'exposureAuthorization' | 'agree' | 'disagree'; buttonId?: string }) => void;

/** WeChat since 2.32.3, Douyin since 3.19.0: the same calls. A version without them does not hold anything back. */
export function hostPrivacy(
  host: NativeHost,
  codes: CodeTable,
): Pick<Platform, 'privacy' | 'onPrivacyNeed' | 'openPrivacyContract'> {
  return {
    async privacy() {
      try {
        const setting = await callNative<PrivacySetting>(host, 'getPrivacySetting');
        return { isAgreed: !setting.needAuthorization, contract: setting.privacyContractName || '' };
      } catch {
        return { isAgreed: true, contract: '' };
      }
    },
    onPrivacyNeed(listener) {
      callSync(host, 'onNeedPrivacyAuthorization', (resolve: Resolve) =>
        listener({
          shown: () => resolve({ event: 'exposureAuthorization' }),
          agree: (buttonId) => resolve({ event: 'agree', buttonId }),
          refuse: () => resolve({ event: 'disagree' }),
        }),
      );
    },
    openPrivacyContract: () => callDone(host, codes, 'openPrivacyContract'),
  };
}
