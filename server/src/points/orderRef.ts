/** What the person reads of an order: the end of its number. */
export const endOf = (orderId: string): string => `…${orderId.slice(-4)}`;

/** What a ledger knows an order by. */
export const orderRef = (orderId: string): string => `order:${orderId}`;
