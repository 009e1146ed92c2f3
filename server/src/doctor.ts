import { examine } from './doctor/examine';
import { reportLines } from './doctor/report';
import { loadEnvFile } from './loadEnvFile';

/** `npm run doctor [-- --offline]`: says what is wrong with the configuration, one line each. Exits 1 when anything is. */
async function main(args: string[]): Promise<void> {
  if (args.some((arg) => arg !== '--offline')) {
    process.stderr.write('用法：npm run doctor [-- --offline]\n');
    process.exitCode = 1;
    return;
  }
  loadEnvFile();
  const report = await examine(process.env, { root: process.cwd(), isOffline: args.includes('--offline') });
  process.stdout.write(`${reportLines(report).join('\n')}\n`);
  process.exitCode = report.faults.length > 0 ? 1 : 0;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`检查没有做完：${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
