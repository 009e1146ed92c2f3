import type { StaffMe } from '@/api/guide';
import type { Figures, Invitation, Pickup, StaffCode, StaffCustomer, StaffFigures, StaffOrder } from '@/api/staff';
import { card } from './goods';

/** A guide of the small shop, and what they see of it. */
export function staffMe(change: Partial<StaffMe> = {}): StaffMe {
  return {
    state: 'active',
    employeeId: '31',
    name: '沈知夏',
    role: 'staff',
    stores: [{ id: '51', name: '湖滨店' }],
    commissionPermille: 30,
    ...change,
  };
}

export const nobody = staffMe({ state: 'none', employeeId: null, name: '', stores: [] });

export function invitation(change: Partial<Invitation> = {}): Invitation {
  return {
    token: 'ABCD2345',
    storeName: '湖滨店',
    role: 'staff',
    name: '知夏',
    state: 'open',
    expiresAt: '2099-12-03T01:00:00.000Z',
    ...change,
  };
}

export const noFigures: Figures = {
  scans: 0,
  newCustomers: 0,
  orders: 0,
  amountFen: 0,
  refundedFen: 0,
  commissionFen: 0,
};

export function figures(now: Partial<Figures> = {}, change: Partial<StaffFigures> = {}): StaffFigures {
  return {
    now: { scans: 46, newCustomers: 7, orders: 18, amountFen: 286000, refundedFen: 0, commissionFen: 8580, ...now },
    before: { ...noFigures, amountFen: 255000 },
    ranks: [{ storeName: '湖滨店', rank: 2, of: 5 }],
    countedAt: new Date().toISOString(),
    ...change,
  };
}

export function staffCode(change: Partial<StaffCode> = {}): StaffCode {
  return {
    token: 'KKKKKKK1',
    name: '沈知夏 · 湖滨店',
    target: { kind: 'product', id: '1' },
    product: card(),
    storeId: '51',
    state: 'active',
    scans: 12,
    url: 'https://shop.example/s/KKKKKKK1',
    createdAt: '2026-11-20T01:00:00.000Z',
    ...change,
  };
}

export function staffOrder(change: Partial<StaffOrder> = {}): StaffOrder {
  return {
    orderId: '900',
    words: '柿釉手作茶壶 等 2 件',
    pictureUrl: '/assets/teapot.jpg',
    amountFen: 31800,
    refundedFen: 0,
    commissionFen: 954,
    paidAt: '2026-11-20T01:00:00.000Z',
    reason: 'touch',
    ...change,
  };
}

export function customer(change: Partial<StaffCustomer> = {}): StaffCustomer {
  return {
    id: '700',
    maskedName: '林*',
    maskedPhone: '138****6620',
    isAgreed: true,
    since: '2026-09-01T01:00:00.000Z',
    until: '2099-03-01T01:00:00.000Z',
    lastActiveAt: new Date().toISOString(),
    orders: 3,
    amountFen: 45800,
    note: '',
    isQuiet: false,
    ...change,
  };
}

export function pickup(change: Partial<Pickup> = {}): Pickup {
  return {
    orderId: '900',
    state: 'paid',
    storeName: '湖滨店',
    maskedName: '林*',
    maskedPhone: '138****6620',
    lines: [
      {
        skuId: '11',
        productId: '1',
        title: '柿釉手作茶壶',
        optionText: '柿红 / 180ml',
        imageUrl: '/assets/teapot.jpg',
        unitFen: 15900,
        quantity: 2,
        totalFen: 31800,
      },
    ],
    refunded: [],
    totalFen: 31800,
    note: '',
    paidAt: '2026-11-20T01:00:00.000Z',
    doneAt: null,
    ...change,
  };
}
