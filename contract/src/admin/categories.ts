import { z } from 'zod';
import { Id, PictureUrl } from '../schema';
import { defineAdminRoutes } from './defineAdminRoutes';

export const AdminCategory = z.object({
  id: Id,
  parentId: Id.nullable(),
  slug: z.string(),
  name: z.string(),
  imageUrl: PictureUrl.nullable(),
  /** Products placed in it, off the shelf included. */
  productCount: z.int(),
});

const CategoryInput = z.object({
  name: z.string().trim().min(1).max(20),
  slug: z.string().regex(/^[a-z0-9][a-z0-9-]{0,69}$/),
  imageUrl: PictureUrl.regex(/^(https:\/\/[^\s/]|\/assets\/)\S+$/)
    .nullable()
    .default(null),
});

const CategoryParams = z.object({ categoryId: Id });
const writers = ['owner', 'operator'] as const;

export const adminCategoryRoutes = defineAdminRoutes({
  'GET /admin/categories': {
    summary: '全部分类，按店铺里的顺序；空的也在内',
    roles: ['owner', 'marketer', 'operator', 'store_manager', 'staff'],
    ok: z.object({ items: z.array(AdminCategory) }),
    errors: [],
  },
  'POST /admin/categories': {
    summary: '新建分类，排在最后；只有两级',
    roles: writers,
    body: CategoryInput.extend({ parentId: Id.nullable().default(null) }),
    ok: AdminCategory,
    status: 201,
    errors: ['conflict'],
  },
  'PUT /admin/categories/order': {
    summary: '按给出的顺序排列这些分类',
    roles: writers,
    body: z.object({
      categoryIds: z
        .array(Id)
        .min(1)
        .max(300)
        .refine((ids) => new Set(ids).size === ids.length, { error: '分类重复' }),
    }),
    ok: z.object({}),
    errors: ['not_found'],
  },
  'PUT /admin/categories/:categoryId': {
    summary: '修改分类的名称、链接名和图片',
    roles: writers,
    params: CategoryParams,
    body: CategoryInput,
    ok: AdminCategory,
    errors: ['not_found', 'conflict'],
  },
  'DELETE /admin/categories/:categoryId': {
    summary: '删除空的分类；里面还有商品或子分类的不能删',
    roles: writers,
    params: CategoryParams,
    ok: z.object({}),
    errors: ['not_found', 'conflict'],
  },
});
