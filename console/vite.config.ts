import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = path.resolve(import.meta.dirname, '..');

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  resolve: {
    alias: {
      '@jishi/contract': path.join(root, 'contract', 'src'),
    },
  },
  build: {
    // scripts/build.ts builds aside and puts the finished folder in place
    outDir: process.env.JISHI_OUTPUT || 'dist',
    emptyOutDir: true,
    // `/assets` holds the shop's pictures
    assetsDir: 'static',
    // the policy of the page allows no inline script
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
  },
  server: {
    port: 10087,
    proxy: Object.fromEntries(
      ['/admin', '/api', '/assets', '/session'].map((path) => [
        path,
        `http://127.0.0.1:${process.env.CONSOLE_PORT ?? 3001}`,
      ]),
    ),
  },
});
