import { alipay } from './alipayPhone';
import { h5 } from './h5Phone';
import { tt, weapp } from './wxPhones';

export const phones = { weapp, alipay, tt, h5 };
export type PhoneName = keyof typeof phones;
