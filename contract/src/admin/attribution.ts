import { z } from 'zod';
import { OrderParams } from '../orders';
import { ORDER_REASONS, RESULT_KEYS } from '../plain/attribution';
import { Fen, Id, PictureUrl, SaidTime, Time } from '../schema';
import { defineAdminRoutes } from './defineAdminRoutes';

const MAX_SPAN_MS = 400 * 86_400_000;

export const AttributionRulesInput = z.object({
  /** So many days a customer stays with the guide who met them first, and so many without coming back. */
  keepDays: z.int().min(1).max(3650),
  idleDays: z.int().min(1).max(3650),
  /** So many days after a scan an order is that scan's. */
  orderDays: z.int().min(1).max(365),
  /** What an employee buys through themself is nobody's, or shown with a mark; it never counts. */
  own: z.enum(['exclude', 'mark']),
  /** An order without a scan is the guide's, or nobody's. */
  untouched: z.enum(['guide', 'nobody']),
  /** Of every 1,000 fen. */
  commissionPermille: z.int().min(0).max(1000),
});

/** `since`: from when on they hold; null: they always did. */
export const AttributionRules = AttributionRulesInput.extend({ since: Time.nullable() });

const Person = z.object({ id: Id, name: z.string() });

export const AttributionExplanation = z.object({
  order: z.object({ id: Id, amountFen: Fen, refundedFen: Fen, placedAt: Time, paidAt: Time.nullable() }),
  /** `waiting`: it was paid a moment ago. */
  state: z.enum(['unpaid', 'waiting', 'decided']),
  /** Null until it is decided. */
  reason: z.enum(ORDER_REASONS).nullable(),
  /** Null: nobody's. */
  owner: z
    .object({
      employeeId: Id,
      name: z.string(),
      storeId: Id.nullable(),
      storeName: z.string().nullable(),
      token: z.string().nullable(),
      codeName: z.string().nullable(),
      commissionPermille: z.int(),
    })
    .nullable(),
  /** Those that held when it was placed. */
  rules: AttributionRules,
  /** What was known of the customer, oldest first, and what each did. */
  steps: z.array(
    z.object({
      at: Time,
      kind: z.enum(['scan', 'order', 'hand_over', 'left']),
      employee: Person.nullable(),
      /** Of a hand-over: whose it was. */
      from: Person.nullable(),
      /** Of a scan: whose it is after all hand-overs. */
      holder: Person.nullable(),
      token: z.string().nullable(),
      codeName: z.string().nullable(),
      isOwn: z.boolean(),
      /** To whom the customer belongs. */
      belonging: z.enum(['began', 'renewed', 'moved', 'ended', 'nothing']),
      /** Of a scan, to the order: `earlier` than another, `over` by its days, `void` as its employee had left. */
      touch: z.enum(['won', 'earlier', 'over', 'void']).nullable(),
    }),
  ),
  /** All of it in a few sentences. */
  words: z.string(),
});

/** Scans and orders count when they happened, money that went back when it did. */
const Figures = z.object({
  scans: z.int(),
  newCustomers: z.int(),
  /** Without those that went back whole. */
  orders: z.int(),
  amountFen: z.int(),
  refundedFen: z.int(),
  /** May be less than nothing where more went back than came in. */
  commissionFen: z.int(),
});

/** `key`: the id, the token, the day; empty for what has none. */
const ResultRow = Figures.extend({ key: z.string(), name: z.string(), pictureUrl: PictureUrl.nullable() });

const ResultQuery = z
  .object({ from: SaidTime, to: SaidTime, by: z.enum(RESULT_KEYS).default('staff') })
  .refine(({ from, to }) => from < to && Date.parse(to) - Date.parse(from) <= MAX_SPAN_MS, { error: '时间不对' });

const rulers = ['owner', 'operator'] as const;
const readers = [...rulers, 'store_manager'] as const;

export const adminAttributionRoutes = defineAdminRoutes({
  'GET /admin/attribution-rules': {
    summary: '归属规则：现在的，和以前的（新的在前）',
    roles: readers,
    ok: z.object({ current: AttributionRules, history: z.array(AttributionRules) }),
    errors: [],
  },
  'PUT /admin/attribution-rules': {
    summary: '改归属规则；从现在起算，以前的单不变',
    roles: rulers,
    body: AttributionRulesInput,
    ok: AttributionRules,
    errors: [],
  },
  'GET /admin/orders/:orderId/attribution': {
    summary: '这一单为什么算他的：当时的规则、每一次扫码和移交；店长只看自己门店的',
    roles: readers,
    params: OrderParams,
    ok: AttributionExplanation,
    errors: ['not_found'],
  },
  'POST /admin/hand-overs': {
    summary:
      '把一位员工的顾客交给同事，或者放归无人；离职员工的顾客全部交出时，他的码也跟着换人。店长只在自己门店的员工之间交',
    roles: readers,
    body: z.object({
      fromEmployeeId: Id,
      /** Null: nobody. */
      toEmployeeId: Id.nullable(),
      /** All when absent. */
      userIds: z.array(Id).min(1).max(1000).optional(),
    }),
    ok: z.object({ customers: z.int(), codes: z.int() }),
    errors: ['not_found', 'conflict'],
  },
  'GET /admin/staff-results': {
    summary: '导购业绩：按员工、门店、商品、码或天分开看；店长只看自己门店的',
    roles: readers,
    query: ResultQuery,
    ok: z.object({ items: z.array(ResultRow), total: Figures }),
    errors: [],
  },
  'GET /admin/staff-results/export': {
    summary: '导出导购业绩为 CSV；公式样的内容不会被表格软件执行',
    roles: readers,
    query: ResultQuery,
    ok: z.object({ csv: z.string(), count: z.int() }),
    errors: [],
  },
});
