import { sql, type Tx } from './db';

/**
 * `catalogue`: anything that lists, details or categories show, but for units. `stock`: which SKUs can be bought.
 * Units that change without running out or coming back need no bump: the detail's cache compares them. `layouts`: which
 * release of a page is shown to whom.
 */
export type RevisionScope = 'catalogue' | 'stock' | 'layouts';

/**
 * Tells every process, at this transaction's commit, that its cached answers are old. Whoever writes `products`,
 * `skus`, `categories` or `product_categories` bumps `catalogue`; whoever moves `stock` through zero bumps `stock`,
 * or `catalogue` when that is bumped anyway; whoever writes `layout_pages` or `layout_releases` bumps `layouts`. Call it last: its row stays locked until the commit, and all who bump
 * wait there. A write without it is never seen by shoppers until something else bumps.
 */
export async function bumpRevision(tx: Tx, scope: RevisionScope): Promise<void> {
  await tx.query(sql.named('revisions.bump')`update revisions set revision = revision + 1 where scope = ${scope}`);
}
