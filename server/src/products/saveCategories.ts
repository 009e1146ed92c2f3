import { createHash } from 'node:crypto';
import type { Context } from '../context';
import { sql, type Tx } from '../db/db';
import type { CatalogueCategory } from './catalogue';

interface Row {
  id: string;
  parentId: string | null;
  slug: string;
  name: string;
  position: number;
}

/** Finds or makes the categories of a catalogue by path. Holds what it knows for one transaction. */
export interface CategoryBook {
  /** Makes what is missing of `paths`; afterwards `idOf` knows them all. */
  ensure(paths: readonly string[][]): Promise<void>;
  /** The deepest category of a path. */
  idOf(path: readonly string[]): string;
  /** How many were made. */
  readonly made: number;
}

export async function openCategories(
  tx: Tx,
  makeId: Context['makeId'],
  known: readonly CatalogueCategory[] = [],
): Promise<CategoryBook> {
  const rows = await tx.query<Row>(
    sql`select category_id as id, parent_id as "parentId", slug, name, position from categories order by category_id`,
  );
  const keyOf = (parentId: string | null, name: string) => `${parentId ?? ''}\n${name}`;
  const byPath = new Map(rows.map((row) => [keyOf(row.parentId, row.name), row]));
  const slugs = new Set(rows.map((row) => row.slug));
  let position = rows.reduce((most, row) => Math.max(most, row.position), 0);
  let made = 0;

  async function insert(levels: { parent: Row | null; name: string; seed?: CatalogueCategory }[]): Promise<void> {
    const fresh: (Row & { imageUrl: string | null })[] = [];
    for (const { parent, name, seed } of levels) {
      const key = keyOf(parent?.id ?? null, name);
      if (byPath.has(key)) continue;
      const row = {
        id: makeId(),
        parentId: parent?.id ?? null,
        slug: seed?.slug ?? freeSlug(slugs, parent, name),
        name,
        position: seed?.position ?? ++position,
        imageUrl: seed?.imageUrl ?? null,
      };
      slugs.add(row.slug);
      byPath.set(key, row);
      fresh.push(row);
    }
    if (fresh.length === 0) return;
    made += fresh.length;
    await tx.query(
      sql`insert into categories (category_id, parent_id, slug, name, image_url, position)
        select id, "parentId", slug, name, "imageUrl", position from jsonb_to_recordset(${JSON.stringify(fresh)}::jsonb)
          as r(id bigint, "parentId" bigint, slug text, name text, "imageUrl" text, position int)`,
    );
  }

  const find = (parentId: string | null, name: string) => byPath.get(keyOf(parentId, name)) ?? null;

  await insert(known.map((seed) => ({ parent: null, name: seed.name, seed })));
  await insert(
    known.flatMap((seed) =>
      (seed.children ?? []).map((child) => ({ parent: find(null, seed.name), name: child.name, seed: child })),
    ),
  );

  return {
    async ensure(paths) {
      await insert(paths.flatMap(([top]) => (top === undefined ? [] : [{ parent: null, name: top }])));
      await insert(paths.flatMap(([top, name]) => (name === undefined ? [] : [{ parent: find(null, top!), name }])));
    },
    idOf([top, name]) {
      const parent = find(null, top!)!;
      return name === undefined ? parent.id : find(parent.id, name)!.id;
    },
    get made() {
      return made;
    },
  };
}

/** From the name when it is plain ASCII, else from a hash of the path: the same in every shop. */
function freeSlug(taken: ReadonlySet<string>, parent: Row | null, name: string): string {
  const hash = createHash('sha256')
    .update(`${parent?.slug ?? ''}/${name}`)
    .digest('hex')
    .slice(0, 8);
  const isAscii = /^[\x20-\x7e]+$/.test(name);
  const words = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  const wanted = isAscii && words ? [words, parent && `${parent.slug}-${words}`.slice(0, 70), `${words}-${hash}`] : [];
  const candidates = [...wanted, `c-${hash}`].filter((slug): slug is string => !!slug);
  return candidates.find((slug) => !taken.has(slug)) ?? `c-${hash}-${taken.size}`;
}
