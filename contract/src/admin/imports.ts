import { z } from 'zod';
import { Id, Time } from '../schema';
import { defineAdminRoutes } from './defineAdminRoutes';

/** A line of a file, counted as an editor counts, and what is to be said about it in Chinese. */
export const Remark = z.object({ line: z.int(), reason: z.string() });

/** The details of `import_invalid`: the first faults, and how many there are. Nothing was written. */
export const ImportFaults = z.object({ faults: z.array(Remark), faultCount: z.int() });

export const ImportReport = z.object({
  rows: z.int(),
  created: z.int(),
  updated: z.int(),
  skus: z.int(),
  /** Made for this file. */
  categories: z.int(),
  /** SKUs that the file no longer has. */
  leftShelf: z.int(),
  uncategorised: z.int(),
  /** Stock that could not be lowered to the file's: unpaid orders hold the units. */
  held: z.array(z.object({ handle: z.string(), optionValues: z.array(z.string()), wanted: z.int(), kept: z.int() })),
  warnings: z.array(Remark),
  warningCount: z.int(),
  pictures: z.object({
    fetched: z.int(),
    /** Had from an earlier import. */
    known: z.int(),
    /** A placeholder stands for them. */
    missing: z.array(z.object({ url: z.string(), reason: z.string() })),
  }),
});

/** The import that runs, or the last one. */
export const ImportRun = z.object({
  id: Id,
  /** `refused`: lines are wrong; `failed`: something broke. Of both nothing was written. */
  state: z.enum(['running', 'done', 'refused', 'failed']),
  phase: z.enum(['check', 'pictures', 'save']),
  /** Lines read so far. */
  rows: z.int(),
  /** Of this phase: percent of the file, pictures, products. */
  done: z.int(),
  total: z.int(),
  /** Null: from the command line. */
  startedBy: z.string().nullable(),
  startedAt: Time,
  endedAt: Time.nullable(),
  /** Of one that is done. */
  report: ImportReport.nullable(),
  faults: z.array(Remark),
  faultCount: z.int(),
});

const roles = ['owner', 'operator'] as const;

export const adminImportRoutes = defineAdminRoutes({
  'POST /admin/products/import': {
    summary:
      '导入商品：请求体是 Shopify 商品 CSV（UTF-8，至多 64 MiB）；收下就答复，进度另问；有一行不对就什么也不写；一次只能有一个（conflict 的 details 是正在进行的那个）',
    roles,
    isUpload: true,
    isSelfAudited: true,
    ok: z.object({ importId: Id }),
    status: 201,
    errors: ['too_large', 'conflict'],
  },
  'GET /admin/products/import': {
    summary: '正在进行的导入，或最近的一次：到了哪一步，结果如何，哪些行不对',
    roles,
    ok: z.object({ run: ImportRun.nullable() }),
    errors: [],
  },
});
