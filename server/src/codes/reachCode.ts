import type { Actor } from '../adminAuth';
import type { Context } from '../context';
import { AppError } from '../errors';
import { readCodes, type CodeBody } from './editCodes';

/** Codes that the employee may see, in order. Throws `not_found` (details: `token`), also for another store's. */
export async function reachCodes(
  ctx: Context,
  { storeIds }: Pick<Actor, 'storeIds'>,
  tokens: readonly string[],
): Promise<CodeBody[]> {
  const codes = new Map((await readCodes(ctx, tokens)).map((code) => [code.token, code]));
  return tokens.map((token) => {
    const code = codes.get(token);
    const isReached = code && (storeIds === null || (code.storeId !== null && storeIds.includes(code.storeId)));
    if (!isReached) throw new AppError('not_found', { token });
    return code;
  });
}

export async function reachCode(ctx: Context, actor: Pick<Actor, 'storeIds'>, token: string): Promise<CodeBody> {
  const [code] = await reachCodes(ctx, actor, [token]);
  return code!;
}
