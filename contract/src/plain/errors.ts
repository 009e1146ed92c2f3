/** Every error code a client may meet, and its HTTP status. The storefront has one Chinese sentence for each. */
export const ERROR_STATUS = {
  invalid_request: 400,
  session_required: 401,
  forbidden: 403,
  not_found: 404,
  address_not_found: 404,
  idempotency_key_required: 400,
  idempotency_conflict: 409,
  cart_full: 409,
  sold_out: 409,
  off_shelf: 409,
  not_served: 409,
  price_changed: 409,
  order_state: 409,
  conflict: 409,
  payment_closed: 409,
  tt_one_item: 409,
  tt_not_mapped: 409,
  aftersale_state: 409,
  aftersale_over: 409,
  aftersale_units: 409,
  aftersale_open: 409,
  refund_too_high: 409,
  return_address_missing: 409,
  too_large: 413,
  unsupported_media_type: 415,
  picture_invalid: 422,
  picture_too_large: 413,
  signature_invalid: 401,
  login_failed: 401,
  phone_refused: 422,
  sms_code_wrong: 422,
  unsupported: 422,
  rate_limited: 429,
  draft_changed: 409,
  layout_invalid: 422,
  import_invalid: 422,
  platform_unavailable: 502,
  busy: 503,
  starting: 503,
  internal: 500,
} as const;
export type ErrorCode = keyof typeof ERROR_STATUS;

/** The body of every answer that is not a success. `message` is Chinese, for logs and tools; pages use their own. */
export interface ErrorBody {
  error: { code: ErrorCode; message: string; details?: unknown; requestId: string };
}
