import js from '@eslint/js';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { jishi } from './eslint/plugin.mjs';

const barrels = ['ExportAllDeclaration', 'ExportNamedDeclaration[source]'].map((selector) => ({
  selector,
  message: 'No barrels: import from the file that defines it.',
}));
const defaultExport = { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' };
const platformNames = ['TARO_ENV', 'getEnv', 'ENV_TYPE'].map((name) => ({
  selector: `MemberExpression[property.name='${name}'], MemberExpression[property.value='${name}']`,
  message: 'Only src/platform and src/app.config.ts may ask which super-app this is.',
}));
// Taro has most of a host's abilities too, in each host's own words; navigation, pictures and measures are its own
const abilities = [
  'login|getUserInfo|getUserProfile|requestPayment|tradePay|pay|chooseAddress|getAddress|getPhoneNumber',
  'getLocation|getFuzzyLocation|chooseLocation|scanCode|chooseImage|chooseMedia|uploadFile|downloadFile|request',
  'saveImageToPhotosAlbum|[gs]etClipboardData|requestSubscribeMessage|navigateToMiniProgram|openSetting|getSetting',
  '[gs]etScreenBrightness|getUpdateManager|getLaunchOptionsSync|getEnterOptionsSync|makePhoneCall|showToast|showModal',
  '[gs]etStorage|[gs]etStorageSync|openChannelsLive|miniGlobal',
].join('|');
const throughTheDoor = {
  selector: `MemberExpression[object.name='Taro'][property.name=/^(${abilities})$/]`,
  message: 'What a super-app can do goes through `platform` of src/platform.',
};

const nodeGlobals = [
  'require',
  'module',
  'exports',
  '__dirname',
  '__filename',
  ...Object.getOwnPropertyNames(globalThis),
];

export default tseslint.config(
  { ignores: ['**/dist/', '**/node_modules/', '.data/', '.cache/', '.tmp/', '.swc/', 'coverage/'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    plugins: { jishi },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'jishi/layers': 'error',
      'jishi/names': 'error',
      'max-lines': ['error', { max: 300 }],
      'no-restricted-syntax': ['error', ...barrels, defaultExport],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
    },
  },
  // a file is looked for in the one program that has it, so that none is made for nothing
  ...[
    { project: 'tsconfig.json', files: ['{src,test,types}/**/*.{ts,tsx}'] },
    { project: 'server/tsconfig.json', files: ['{server,contract,scripts,bench,config}/**/*.{ts,tsx}'] },
    { project: 'console/tsconfig.json', files: ['console/**/*.{ts,tsx}'] },
  ].map(({ project, files }) => ({
    files,
    languageOptions: { parserOptions: { project: [project], tsconfigRootDir: import.meta.dirname } },
  })),
  {
    // the rules that need types: a lost promise is the commonest silent failure in a shop
    files: ['**/*.{ts,tsx}'],
    rules: {
      // tsc reports these itself, and knows about types
      'no-undef': 'off',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': ['error', { ignoreIIFE: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}', 'test/**/*.tsx', 'console/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': hooks },
    rules: hooks.configs.recommended.rules,
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: {
      'no-console': ['error', { allow: ['warn', 'error'] }],
      'no-restricted-globals': ['error', 'wx', 'my', 'tt'],
      'no-restricted-syntax': ['error', ...barrels, defaultExport, ...platformNames, throughTheDoor],
    },
  },
  {
    files: ['src/platform/**/*.{ts,tsx}', 'src/app.config.ts'],
    rules: {
      'no-restricted-globals': 'off',
      'no-restricted-syntax': ['error', ...barrels, defaultExport],
    },
  },
  {
    // Taro and the tools read these by their default export
    files: [
      'src/app.config.ts',
      'config/**',
      '*.config.mjs',
      'console/vite.config.ts',
      '**/*.d.{ts,mts}',
      'server/test/support/{prepareDatabase,postgresTemplate}.ts',
    ],
    rules: { 'no-restricted-syntax': ['error', ...barrels] },
  },
  {
    files: ['src/app.tsx', 'src/*/*/index.tsx', 'src/*/*/index.config.ts'],
    rules: { 'no-restricted-syntax': ['error', ...barrels, ...platformNames, throughTheDoor] },
  },
  {
    // jest.isolateModules, which gives a test two phones, works with require
    files: ['test/**/*.{ts,tsx}', 'server/test/**/*.ts'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    // scripts of Node: TypeScript does not check these, so unknown names are reported here
    files: ['**/*.{js,cjs,mjs}'],
    languageOptions: {
      globals: Object.fromEntries(nodeGlobals.map((name) => [name, 'readonly'])),
    },
    rules: { '@typescript-eslint/no-require-imports': 'off', 'no-undef': 'error' },
  },
);
