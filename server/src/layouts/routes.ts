import type { layoutRoutes } from '@jishi/contract/layouts';
import type { Context } from '../context';
import { AppError } from '../errors';
import type { Handlers } from '../http';
import { adaptDocument } from './adaptDocument';
import type { Client } from './chooseRelease';
import { heldLayouts } from './heldLayouts';
import { previewedDraft } from './previews';
import { readProductSets } from './productSets';
import { readDocument } from './readDocument';
import { recordView } from './recordView';
import { openAnswer, resolveLayout, withTime } from './resolveLayout';
import { isSomebody } from './signedIn';

/** With the layouts that this process holds. */
export function layoutHandlers(of: Context): Handlers<typeof layoutRoutes> {
  const held = heldLayouts(of);
  return {
    'GET /api/layouts/:slug': {
      async answerWithTag(ctx, { params, query: { preview, ...query } }, authorization) {
        const client: Client = {
          ...query,
          channel: query.channel,
          storeId: query.storeId,
          isSignedIn: false,
          now: ctx.now().getTime(),
        };
        if (preview !== undefined) return showDraft(ctx, { slug: params.slug, token: preview }, client);
        const page = (await held()).get(params.slug);
        if (!page) throw new AppError('not_found');
        const isSignedIn = page.asksLogin && (await isSomebody(ctx, authorization));
        const answer = resolveLayout(page, { ...client, isSignedIn });
        if (!answer) throw new AppError('not_found');
        return answer;
      },
    },
    'POST /api/layout-views': async (ctx, { body }) => {
      await recordView(ctx, (await held()).values(), body);
      return {};
    },
    'GET /api/product-sets': {
      stock: () => 'soldOut',
      answer: async (ctx, { query }) => ({ sets: await readProductSets(ctx.db, query.sources) }),
    },
  };
}

/** A draft as this client would see it, signed in; what is wrong in it is left out. */
async function showDraft(ctx: Context, { slug, token }: { slug: string; token: string }, client: Client) {
  const draft = await previewedDraft(ctx, token, slug);
  const { document } = adaptDocument(readDocument(draft.document, draft).document, { ...client, isSignedIn: true });
  const opened = openAnswer({ releaseId: null, versionId: null, arm: 0, nextChangeAt: null, document });
  return withTime(opened, client.now);
}
