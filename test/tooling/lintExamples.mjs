/**
 * Lints code that exists only in the caller: reads `{ folder, examples: [{ file, code }] }` from stdin, writes for each the rule ids
 * that complained. A process of its own because jest cannot load ESLint's configuration, an ES module.
 */
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

const { folder, examples } = JSON.parse(await text(process.stdin));
const eslint = new ESLint({
  cwd: folder,
  overrideConfigFile: fileURLToPath(new URL('../../eslint.config.mjs', import.meta.url)),
  // the files do not exist, so rules that need their types cannot run
  overrideConfig: [
    { ...tseslint.configs.disableTypeChecked, files: ['**/*.{ts,tsx}'] },
    { rules: { '@typescript-eslint/no-unused-vars': 'off' } },
  ],
});
const found = [];
for (const { file, code } of examples) {
  const [result] = await eslint.lintText(code, { filePath: path.join(folder, file) });
  found.push(result.messages.map((message) => message.ruleId ?? message.message));
}
process.stdout.write(JSON.stringify(found));
