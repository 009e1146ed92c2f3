import { AppError } from '../errors';
import type { PlatformAdapter } from './types';

const refuse = () => {
  throw new AppError('platform_unavailable');
};

/** A platform, or the part of one, that nobody configured. */
export const absent: PlatformAdapter = {
  exchangeLogin: async () => refuse(),
  readPhone: async () => refuse(),
  createPayment: async () => refuse(),
  queryPayment: async () => refuse(),
  closePayment: async () => refuse(),
  refundPayment: async () => refuse(),
  queryRefund: async () => refuse(),
  fetchBill: async () => refuse(),
  readNotice: refuse,
  noticeAnswer: { contentType: 'text/plain', body: '' },
  makeCode: async () => refuse(),
  sendMessage: async () => refuse(),
  checkText: async () => refuse(),
  checkPicture: async () => refuse(),
  reportShipping: async () => refuse(),
};
