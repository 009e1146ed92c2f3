import type { favouriteRoutes } from '@jishi/contract/favourites';
import type { Handlers } from '../http';
import { addFavourite, isFavourite, listFavourites, removeFavourite } from './favourites';

export const favouriteHandlers: Handlers<typeof favouriteRoutes> = {
  'GET /api/favourites': (ctx, { query, session }) => listFavourites(ctx.db, session.userId, query),
  'GET /api/favourites/:productId': async (ctx, { params, session }) => ({
    isFavourite: await isFavourite(ctx.db, session.userId, params.productId),
  }),
  'PUT /api/favourites/:productId': async (ctx, { params, session }) => {
    await addFavourite(ctx, session.userId, params.productId);
    return { isFavourite: true };
  },
  'DELETE /api/favourites/:productId': async (ctx, { params, session }) => {
    await removeFavourite(ctx.db, session.userId, params.productId);
    return { isFavourite: false };
  },
};
