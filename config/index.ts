import path from 'node:path';
import { defineConfig, type UserConfigExport } from '@tarojs/cli';
import { sassLoaderOption } from './icons';

const root = path.resolve(__dirname, '..');
const cssModules = {
  enable: true,
  config: { namingPattern: 'module' as const, generateScopedName: '[local]_[hash:base64:5]' },
};

// Taro sends only src and node_modules/*taro* through babel. These ship later editions than iOS 12 can parse, and the
// contract is TypeScript outside src. Functions, not RegExps: Taro's config check refuses a RegExp here and then exits
// 0 without a build.
const modern = [
  '@tanstack',
  'zustand',
  '@stencil',
  'query-string',
  'decode-uri-component',
  'filter-obj',
  'split-on-first',
];
const isModern = new RegExp(`[\\\\/]node_modules[\\\\/](${modern.join('|')})[\\\\/]`);
const compile = {
  include: [
    (file: string) => isModern.test(file),
    (file: string) => file.startsWith(path.join(root, 'contract', 'src')),
  ],
};

const api = process.env.TARO_ENV === 'h5' ? '' : (process.env.TARO_APP_API ?? 'http://localhost:3000');

export default defineConfig<'webpack5'>((merge, { mode }) => {
  const base: UserConfigExport<'webpack5'> = {
    projectName: 'jishi',
    date: '2026-11-25',
    designWidth: 375,
    deviceRatio: { 375: 2 },
    sourceRoot: 'src',
    // scripts/build.ts builds aside and puts the finished folder in place
    outputRoot: process.env.JISHI_OUTPUT || `dist/${process.env.TARO_ENV}`,
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: { enable: false },
    plugins: [path.join(__dirname, 'leanTemplates.ts')],
    alias: {
      '@': path.join(root, 'src'),
      '@jishi/contract': path.join(root, 'contract', 'src'),
    },
    defineConstants: { 'process.env.TARO_APP_API': JSON.stringify(api) },
    jsMinimizer: 'terser',
    cssMinimizer: 'csso',
    // quote_keys must be off: Taro's H5 default writes `#"field"`, a syntax error, for private fields
    terser: { enable: true, config: { output: { comments: false, quote_keys: false, keep_quoted_props: false } } },
    mini: {
      compile,
      sassLoaderOption,
      // views nested deeper than this are drawn by a component of their own; no page goes that deep, and each level
      // costs 3 KiB of templates
      // (Taro reads it, its types lack it)
      ...({ baseLevel: 12 } as object),
      // class names are unique, so the order of style sheets means nothing
      miniCssExtractPluginOption: { ignoreOrder: true },
      optimizeMainPackage: { enable: true },
      postcss: { pxtransform: { enable: true, config: {} }, cssModules },
      webpackChain(chain, webpack) {
        // WeChat has no AbortController and modules never see an assigned global: react-query needs this
        chain.plugin('abortController').use(webpack.ProvidePlugin, [
          {
            AbortController: [path.join(root, 'src', 'lib', 'abortController.ts'), 'AbortController'],
          },
        ]);
      },
    },
    h5: {
      compile,
      sassLoaderOption,
      // the default `chunks: 'initial'` copies every shared component into each page's chunk
      webpackChain(chain) {
        if (mode === 'production') chain.optimization.merge({ splitChunks: { chunks: 'all', minSize: 10_000 } });
      },
      // `npm run dev`: the page with reload on 10086, everything else from the server
      devServer: {
        hot: false,
        open: false,
        proxy: ['/api', '/assets', '/fake'].map((context) => ({
          context: [context],
          target: `http://127.0.0.1:${process.env.PORT ?? 3000}`,
        })),
      },
      publicPath: './',
      staticDirectory: 'static',
      router: { mode: 'hash' },
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
      // a wide screen shows a phone's column (index.html), so nothing grows beyond 450 px of width
      postcss: {
        autoprefixer: { enable: true, config: {} },
        pxtransform: { enable: true, config: { maxRootSize: 24 } },
        cssModules,
      },
    },
  };
  return mode === 'development' ? merge({}, base, { logger: { quiet: false, stats: false } }) : base;
});
