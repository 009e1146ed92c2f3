/** Limits that the page shows and the server enforces. */
export const MAX_QUANTITY = 99;
export const MAX_CART_LINES = 100;
export const MAX_ORDER_LINES = 50;
export const MAX_NOTE_LENGTH = 100;
export const MAX_PAGE = 100;
/** Products a person's browsing history keeps, the newest. */
export const MAX_HISTORY = 200;
/** Days between the wish to delete an account and the day it may be carried out. */
export const DELETION_DAYS = 7;
/** Characters of a pasted address. */
export const MAX_PASTE_LENGTH = 1000;
/** Orders that one file may ship. */
export const MAX_SHIPPED = 500;
/** Orders that one file is filled with, the newest. */
export const MAX_EXPORT = 5000;
