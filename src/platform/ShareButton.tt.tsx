import { NativeShareButton } from './NativeShareButton';

export const ShareButton = NativeShareButton;
