import { EnvInvalid, readEnv } from '../src/env';

const faults = (source: Record<string, string>) => {
  try {
    readEnv(source);
  } catch (error) {
    if (error instanceof EnvInvalid) return error.message;
    throw error;
  }
  return '';
};

test('nothing set is a working demo shop on this machine only', () => {
  expect(readEnv({})).toMatchObject({ HOST: '127.0.0.1', PORT: 3000, platformMode: 'fake', isProduction: false });
});

test('an empty variable is one that was not set', () => {
  const env = readEnv({ PORT: '', DATABASE_URL: '' });
  expect(env.PORT).toBe(3000);
  expect(env).not.toHaveProperty('DATABASE_URL', '');
});

test('each faulty variable is named with what is wrong', () => {
  const message = faults({ PORT: 'abc', DATABASE_URL: 'mysql://x', LOG_LEVEL: 'loud', ORDER_TTL_MINUTES: '0' });
  for (const name of ['PORT', 'DATABASE_URL', 'LOG_LEVEL', 'ORDER_TTL_MINUTES']) expect(message).toContain(`${name}：`);
  expect(message).toContain('fatal、error、warn');
});

test('production refuses the fake platform and never picks it by itself', () => {
  expect(faults({ NODE_ENV: 'production', PLATFORM: 'fake' })).toContain('PLATFORM');
  expect(readEnv({ NODE_ENV: 'production' }).platformMode).toBe('live');
});
