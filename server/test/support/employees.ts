import type { InjectOptions } from 'fastify';
import type { Role } from '@jishi/contract/plain/roles';
import { createEmployee } from '../../src/employees/employees';
import { openSession } from '../../src/employees/signIn';
import type { Answer, TestApp } from './testApp';

export interface EmployeeClient {
  employeeId: string;
  loginName: string;
  token: string;
  send(method: string, url: string, body?: unknown): Promise<Answer>;
}

export const PASSWORD = 'a long password';
let made = 0;

/** A new employee of a role, signed in. */
export async function employee(shop: TestApp, role: Role): Promise<EmployeeClient> {
  const loginName = `${role.replace('_', '-')}-${++made}`;
  const person = await createEmployee(shop.ctx, { loginName, password: PASSWORD, name: role, role });
  const { token } = await shop.ctx.db.tx((tx) => openSession(shop.ctx, tx, person));
  return { employeeId: person.id, loginName, token, send: sender(shop, token) };
}

/** Sends as whoever has the token; without one as nobody. */
export function sender(shop: TestApp, token?: string): EmployeeClient['send'] {
  return async (method, url, body) => {
    const response = await shop.app.inject({
      method: method as InjectOptions['method'],
      url,
      headers: token ? { authorization: `Bearer ${token}` } : {},
      ...(body !== undefined && { payload: body as object }),
    });
    return { status: response.statusCode, body: response.json() };
  };
}
