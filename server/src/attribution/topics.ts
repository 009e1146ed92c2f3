/** The outbox topics of this feature; jobs.ts has the handlers. Whoever writes to a log asks for one of them. */
export const ATTRIBUTE_ORDER = 'staff.attribute';
export const PLACE_CUSTOMER = 'staff.place';
