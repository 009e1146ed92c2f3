import type { z } from 'zod';
import type { MessageTemplate, MessageTemplateInput } from '@jishi/contract/admin/messages';
import type { MessageKind, MessagePlatform } from '@jishi/contract/plain/messages';
import type { Context } from '../context';
import { sql, type Queryable } from '../db/db';
import { AppError } from '../errors';
import { faultsOfFields } from './writeFacts';

export type Template = z.output<typeof MessageTemplate>;

interface Key {
  platform: MessagePlatform;
  appId: string;
  kind: MessageKind;
}

type Row = Omit<Template, 'updatedAt'> & { updatedAt: Date };

const toTemplate = (row: Row): Template => ({ ...row, updatedAt: row.updatedAt.toISOString() });

/** All of them, those that are switched off too. */
export async function listTemplates(db: Queryable): Promise<Template[]> {
  const rows = await db.query<Row>(
    sql`select platform, app_id as "appId", kind, template_id as "templateId", fields, is_active as "isActive",
        updated_at as "updatedAt"
      from message_templates order by platform, app_id, kind`,
  );
  return rows.map(toTemplate);
}

/**
 * Sets the template of a kind in an app. Throws `invalid_request` (details: `fields`, what is wrong with each) for a fact
 * that the kind does not have or the field cannot take, `conflict` for a template that another kind of the app uses.
 */
export async function saveTemplate(
  ctx: Context,
  key: Key,
  { templateId, fields, isActive }: z.output<typeof MessageTemplateInput>,
): Promise<{ before: Template | null; after: Template }> {
  const faults = faultsOfFields(key.platform, key.kind, fields);
  if (Object.keys(faults).length > 0) throw new AppError('invalid_request', { fields: faults });
  const before = await find(ctx.db, key);
  const [row] = await ctx.db.query<Row>(
    sql`insert into message_templates (platform, app_id, kind, template_id, fields, is_active, updated_at)
      values (${key.platform}, ${key.appId}, ${key.kind}, ${templateId}, ${JSON.stringify(fields)}, ${isActive}, ${ctx.now()})
      on conflict (platform, app_id, kind) do update set template_id = excluded.template_id, fields = excluded.fields,
        is_active = excluded.is_active, updated_at = excluded.updated_at
      returning platform, app_id as "appId", kind, template_id as "templateId", fields, is_active as "isActive",
        updated_at as "updatedAt"`,
  );
  return { before, after: toTemplate(row!) };
}

/** Throws `not_found`. */
export async function deleteTemplate(ctx: Context, key: Key): Promise<Template> {
  const before = await find(ctx.db, key);
  if (!before) throw new AppError('not_found');
  await ctx.db.query(
    sql`delete from message_templates where platform = ${key.platform} and app_id = ${key.appId} and kind = ${key.kind}`,
  );
  return before;
}

async function find(db: Queryable, { platform, appId, kind }: Key): Promise<Template | null> {
  const all = await listTemplates(db);
  return all.find((one) => one.platform === platform && one.appId === appId && one.kind === kind) ?? null;
}
