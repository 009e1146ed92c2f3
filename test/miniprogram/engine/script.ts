import type { NativeAnswer, NativeQuestion } from './protocol';

/**
 * What the super-app and the shopper answer. `value` is shaped by the runner into each platform's own result; an
 * outcome a platform delivers in an odd channel (Alipay resolves a cancelled payment) is delivered there.
 */
type Answer<Outcome extends string, Value> = Outcome | { outcome: Outcome; value?: Partial<Value> };
type Scripted<Outcome extends string, Value> =
  Answer<Outcome, Value> | ((question: NativeQuestion) => Answer<Outcome, Value> | Promise<Answer<Outcome, Value>>);

export interface Address {
  name: string;
  phone: string;
  province: string;
  city: string;
  district: string;
  street: string;
  detail: string;
  postalCode: string;
}

export interface Script {
  /** `guest` is Douyin's visitor without a Douyin login: only an anonymous code. Elsewhere it is `fail`. */
  login: Scripted<'ok' | 'fail' | 'guest', { code: string; anonymousCode: string }>;
  /** Douyin's pre-order; its `orderId` is what the cashier is opened with. */
  requestOrder: Scripted<'ok' | 'fail', { orderId: string }>;
  /** The cashier. As a function it plays the cashier: pay or refuse at the backend first, then say what the app is told. */
  requestPayment: Scripted<'ok' | 'cancel' | 'fail' | 'timeout' | 'pending', Record<string, never>>;
  /** Douyin's shop, opened by its plugin: as a function it plays the shop. */
  openShop: Scripted<'ok' | 'not bound', Record<string, never>>;
  chooseAddress: Scripted<'ok' | 'cancel' | 'denied', Address>;
  phoneNumber: Scripted<'ok' | 'denied', { code: string; encryptedData: string; sign: string; iv: string }>;
  subscribe: Scripted<'ok' | 'refused' | 'fail', Record<string, never>>;
  scan: Scripted<'ok' | 'cancel', { result: string }>;
}

let codes = 0;

const DEFAULTS: Partial<Script> = {
  // codes are single use on every platform
  login: () => ({ outcome: 'ok', value: { code: `login-code-${process.pid}-${++codes}` } }),
  requestOrder: () => ({ outcome: 'ok', value: { orderId: `motb${process.pid}${++codes}` } }),
  chooseAddress: 'ok',
  phoneNumber: () => ({ outcome: 'ok', value: { code: `phone-code-${process.pid}-${++codes}` } }),
  subscribe: 'ok',
};

/** Holds a scenario's answers and gives them one by one. */
export class Answers {
  /** Questions nobody scripted: the scenario's fault, and a problem of the run. */
  readonly unscripted: string[] = [];
  private script: Partial<Script> = { ...DEFAULTS };

  /** Adds to what is scripted; a later word about the same key replaces the earlier. */
  extend(script: Partial<Script>): void {
    Object.assign(this.script, script);
  }

  async answer(question: NativeQuestion): Promise<NativeAnswer> {
    const scripted = this.script[question.key as keyof Script];
    if (scripted === undefined) {
      this.unscripted.push(`${question.api} was called, but the scenario does not script ${question.key}`);
      return { outcome: 'fail' };
    }
    const answer = typeof scripted === 'function' ? await scripted(question) : scripted;
    return typeof answer === 'string' ? { outcome: answer } : (answer as NativeAnswer);
  }
}
