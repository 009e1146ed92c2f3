import type { Host } from '../native/host';
import { BuiltIn } from './base';

export function createNavigator({ navigation }: Host): CustomElementConstructor {
  return class WxNavigator extends BuiltIn {
    private listening = false;

    connectedCallback(): void {
      if (this.listening) return;
      this.listening = true;
      this.addEventListener('click', () => {
        const url = this.text('url');
        const ways: Record<string, () => void> = {
          navigate: () => navigation.navigateTo(url),
          redirect: () => navigation.redirectTo(url),
          switchTab: () => navigation.switchTab(url),
          reLaunch: () => navigation.reLaunch(url),
          navigateBack: () => navigation.back(this.number('delta', 1)),
        };
        ways[this.text('open-type', 'navigate')]?.();
      });
    }
  };
}
