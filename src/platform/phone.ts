import { readFailure, type Failure } from './outcome';

/** What a super-app hands over for the person's number; only our server can open it. */
export type PhoneProof = { kind: 'code'; code: string } | { kind: 'sealed'; data: string; sign: string };

export interface PhoneButtonProps {
  className: string;
  /** What the button says, for those who do not see it. */
  label: string;
  onProof(proof: PhoneProof): void;
  /** No proof came: offer a code by SMS. `unsupported` when this app may not ask at all. */
  onFail(status: Failure['status']): void;
}

/** The detail of `getphonenumber` on WeChat and Douyin. */
export interface PhoneDetail {
  code?: string;
  errMsg?: string;
  errno?: number;
  errNo?: number;
}

/** WeChat's and Douyin's event is the same whether the person agreed or not. `codes`: the vendor's own numbers. */
export function readPhoneDetail(detail: PhoneDetail, codes: Parameters<typeof readFailure>[1]): PhoneProof | Failure {
  return detail.code ? { kind: 'code', code: detail.code } : readFailure(detail, codes);
}

/** Tells a button's user how it went. */
export function answerPhone(answer: PhoneProof | Failure, { onProof, onFail }: PhoneButtonProps): void {
  if ('kind' in answer) onProof(answer);
  else onFail(answer.status);
}
