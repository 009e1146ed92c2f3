/**
 * One project a kind of test. `server` and `stories` run on PGlite, or on PostgreSQL with TEST_DB=postgres.
 * The storefront runs with the real Taro H5 components (Stencil custom elements) in jsdom.
 */
const nodeTransform = {
  '^.+\\.(mjs|cjs|js|jsx|ts|tsx)$': ['babel-jest', { configFile: './test/support/babel.js' }],
};
const contract = { '^@jishi/contract/(.*)$': '<rootDir>/contract/src/$1' };
// ESM-only packages are transformed, all others are left alone: PGlite kills the process when jest imports it natively
const inNode = {
  testEnvironment: 'node',
  transform: nodeTransform,
  transformIgnorePatterns: ['^<rootDir>/(server/)?node_modules/(?!(cookie|@electric-sql)/)'],
  moduleNameMapper: contract,
};
const withDatabase = {
  globalSetup: '<rootDir>/server/test/support/prepareDatabase.ts',
  globalTeardown: '<rootDir>/server/test/support/postgresTemplate.ts',
};
const esmOnly = [
  '@tarojs',
  '@stencil',
  'lodash-es',
  'swiper',
  'hls\\.js',
  'query-string',
  'decode-uri-component',
  'filter-obj',
  'split-on-first',
  'is-mobile',
  'ics',
  // of the console's forms
  '@ant-design/colors',
];

module.exports = {
  // a busy machine is no failure
  testTimeout: 60_000,
  projects: [
    {
      displayName: 'server',
      ...inNode,
      testMatch: ['<rootDir>/server/test/**/*.test.ts'],
      ...withDatabase,
    },
    {
      displayName: 'tooling',
      ...inNode,
      testMatch: ['<rootDir>/test/tooling/**/*.test.ts', '<rootDir>/contract/test/**/*.test.ts'],
    },
    {
      displayName: 'console',
      ...inNode,
      testMatch: ['<rootDir>/test/console/**/*.test.ts'],
    },
    {
      displayName: 'stories',
      ...inNode,
      testMatch: ['<rootDir>/test/stories/**/*.test.ts'],
      ...withDatabase,
      // the storefront's api runs here against the real server; its platform is the H5 one without a browser
      moduleFileExtensions: ['h5.tsx', 'h5.ts', 'tsx', 'ts', 'js', 'mjs', 'cjs', 'json'],
      moduleNameMapper: { ...contract, '^@/(.*)$': '<rootDir>/src/$1' },
    },
    {
      displayName: 'browser',
      ...inNode,
      testMatch: ['<rootDir>/test/browser/**/*.test.ts'],
      ...withDatabase,
    },
    {
      displayName: 'miniprogram',
      ...inNode,
      testMatch: ['<rootDir>/test/miniprogram/**/*.test.ts'],
      ...withDatabase,
    },
    {
      displayName: 'storefront',
      testEnvironment: 'jsdom',
      testEnvironmentOptions: { url: 'http://localhost/', customExportConditions: ['require', 'default'] },
      testMatch: [
        '<rootDir>/test/{api,platform,lib,components,blocks,kinds,pages,mall,orders,account,member,points,staff,app}/**/*.test.ts?(x)',
      ],
      moduleFileExtensions: ['h5.tsx', 'h5.ts', 'tsx', 'ts', 'jsx', 'js', 'mjs', 'cjs', 'json'],
      setupFiles: ['<rootDir>/test/support/storefront/globals.ts'],
      setupFilesAfterEnv: ['<rootDir>/test/support/storefront/afterEnv.ts'],
      moduleNameMapper: {
        ...contract,
        // before the alias: the first match wins
        '\\.(png|jpe?g|gif|svg|webp)$': '<rootDir>/test/support/storefront/file.js',
        '^@/(.*)$': '<rootDir>/src/$1',
        '^@tarojs/components$': '<rootDir>/node_modules/@tarojs/components/lib/react/index.js',
        '^@tarojs/taro$': '<rootDir>/test/support/storefront/taro.ts',
        '\\.module\\.(css|scss|less)$': 'identity-obj-proxy',
        '\\.(css|scss|less)$': '<rootDir>/test/support/storefront/empty.js',
      },
      transform: { '^.+\\.(mjs|cjs|jsx?|tsx?)$': ['babel-jest', { configFile: './test/support/storefront/babel.js' }] },
      transformIgnorePatterns: [`^<rootDir>/node_modules/(?!(${esmOnly.join('|')})/)`],
    },
  ],
};
