import fs from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { root } from './run';

/** Bundles the server and the merchant's commands into `server/dist`, with the migrations beside them. */
export async function buildServer(): Promise<void> {
  const out = path.join(root, 'server', 'dist');
  await fs.rm(out, { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    // pictures are decoded, and posters drawn, in processes of their own
    entryPoints: [
      ...['main', 'import', 'doctor', 'backup', 'restore'].map((name) => `server/src/${name}.ts`),
      'server/src/assets/pictureChild.ts',
      'server/src/posters/posterChild.ts',
    ],
    entryNames: '[name]',
    outdir: out,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'linked',
    sourcesContent: false,
    logLevel: 'error',
    tsconfig: 'server/tsconfig.json',
    // binaries, WebAssembly, fonts and pictures stay packages of their own
    external: [
      'pg-native',
      '@electric-sql/pglite',
      'sharp',
      '@napi-rs/canvas',
      '@fontsource-variable/noto-sans-sc',
      '@lobehub/fluent-emoji-3d',
    ],
  });
  await fs.cp(path.join(root, 'server', 'migrations'), path.join(out, 'migrations'), { recursive: true });
}
