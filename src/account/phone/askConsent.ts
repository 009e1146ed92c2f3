import { platform } from '@/platform';

export const askConsent = () => platform.toast('请先看过隐私说明，并勾选同意');
