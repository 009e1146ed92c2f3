import { ERROR_STATUS, type ErrorCode } from '@jishi/contract/plain/errors';
import { ApiError, isUndecided, type ClientErrorCode } from '@/lib/apiError';
import { errorText, SENTENCES, showError } from '@/lib/showError';
import { platform } from '@/platform';

const codes = [...Object.keys(ERROR_STATUS), 'offline', 'timeout', 'bad_answer'] as ClientErrorCode[];

test('every code of the contract, and every failure of the network, has its sentence', () => {
  expect(Object.keys(SENTENCES).sort()).toEqual([...codes].sort());
  for (const code of codes) expect(errorText(new ApiError(code, 400))).toMatch(/^[\u4e00-\u9fff，、。]{5,}$/);
});

test('what is not an ApiError is said without a word of English', () => {
  const toast = jest.spyOn(platform, 'toast').mockImplementation(() => undefined);
  showError(new TypeError('x is undefined'));
  expect(toast).toHaveBeenCalledWith(SENTENCES.internal);
});

test('only a failure after which the request may have been carried out is undecided', () => {
  const undecided = codes.filter((code) => isUndecided(new ApiError(code, ERROR_STATUS[code as ErrorCode] ?? 0)));
  expect(undecided.sort()).toEqual(
    ['bad_answer', 'busy', 'internal', 'offline', 'platform_unavailable', 'rate_limited', 'starting', 'timeout'].sort(),
  );
});
