import { NativePrivacyButton } from './NativePrivacyButton';

export const PrivacyButton = NativePrivacyButton;
