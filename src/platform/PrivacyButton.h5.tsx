import { PlainPrivacyButton } from './PlainPrivacyButton';

export const PrivacyButton = PlainPrivacyButton;
