import { ApiError } from '@/lib/apiError';
import { queryClient } from '@/lib/queries';

const retry = queryClient.getDefaultOptions().queries!.retry as (failures: number, error: unknown) => boolean;

test.each([
  ['offline', 0, true],
  ['timeout', 0, false],
  ['internal', 500, true],
  ['starting', 503, true],
  ['bad_answer', 502, true],
  ['bad_answer', 200, true],
  ['not_found', 404, false],
  ['session_required', 401, false],
  ['rate_limited', 429, false],
] as const)('%s (%d) is worth asking again: %s', (code, status, mayHelp) => {
  expect(retry(0, new ApiError(code, status))).toBe(mayHelp);
  expect(retry(2, new ApiError(code, status))).toBe(false);
});

test('a mistake of ours is not repeated', () => {
  expect(retry(0, new TypeError())).toBe(false);
});
