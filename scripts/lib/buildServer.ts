import fs from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { root } from './run';

/** Bundles the server and the importer into `server/dist`, with the migrations beside them. */
export async function buildServer(): Promise<void> {
  const out = path.join(root, 'server', 'dist');
  await fs.rm(out, { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    // pictures are decoded in a process of their own
    entryPoints: ['server/src/main.ts', 'server/src/import.ts', 'server/src/assets/pictureChild.ts'],
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
    // binaries, WebAssembly and pictures stay packages of their own
    external: ['pg-native', '@electric-sql/pglite', 'sharp', '@lobehub/fluent-emoji-3d'],
  });
  await fs.cp(path.join(root, 'server', 'migrations'), path.join(out, 'migrations'), { recursive: true });
}
