import { callHook } from '../pages';
import { ask, type Host } from '../native/host';
import { now, plain, report } from '../record';
import { BuiltIn } from './base';
import type { WxForm } from './form';

/** `<button>` with the open types that need the super-app: phone number, sharing, avatar, privacy. */
export function createButton(host: Host): CustomElementConstructor {
  return class WxButton extends BuiltIn {
    private listening = false;

    connectedCallback(): void {
      if (this.listening) return;
      this.listening = true;
      this.addEventListener('click', () => {
        if (this.flag('disabled')) return;
        const form = this.closest<WxForm>('wx-form');
        if (this.text('form-type') === 'submit') form?.submit();
        if (this.text('form-type') === 'reset') form?.emit('reset');
        for (const type of this.text('open-type').split('|').filter(Boolean)) void this.open(type);
      });
    }

    private async open(type: string): Promise<void> {
      const page = host.navigation.top;
      const call = { api: `button.${type}`, args: [] as unknown[], page: page?.path ?? '', at: now() };
      report.calls.push(call);
      if (type === 'getPhoneNumber' || type === 'getRealtimePhoneNumber')
        return this.givePhoneNumber(type.toLowerCase());
      if (type === 'getAuthorize') return this.authorize();
      if (type === 'share' && page) {
        const shared = callHook(page.caller, 'onShareAppMessage', { from: 'button', target: { dataset: {} } });
        call.args.push(plain(shared));
      }
      if (type === 'chooseAvatar') this.emit('chooseavatar', { avatarUrl: '' });
      if (type === 'agreePrivacyAuthorization') this.emit('agreeprivacyauthorization', {});
    }

    private async givePhoneNumber(event: string): Promise<void> {
      const { outcome, value } = await ask(host, 'phoneNumber', 'button.getPhoneNumber', {});
      if (host.platform === 'alipay') {
        if (outcome === 'ok') this.emit(event, { encryptedData: value?.encryptedData, sign: value?.sign });
        else this.emit('error', { type: 'getPhoneNumber', errorMessage: '用户取消授权' });
        return;
      }
      const refusal = host.platform === 'weapp' ? 'user deny' : 'auth deny';
      if (outcome === 'ok') this.emit(event, { ...value, errMsg: 'getPhoneNumber:ok' });
      else this.emit(event, { errMsg: `getPhoneNumber:fail ${refusal}` });
    }

    /** Alipay's consent button; the page asks `my.getPhoneNumber` for the number afterwards. */
    private async authorize(): Promise<void> {
      const { outcome } = await ask(host, 'phoneNumber', 'button.getAuthorize', { scope: this.text('scope') });
      if (outcome === 'ok') this.emit('getauthorize', {});
      else this.emit('error', { type: 'getAuthorize', errorMessage: '用户取消授权' });
    }
  };
}
