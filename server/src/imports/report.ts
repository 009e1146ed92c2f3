import type { Remark } from './checkFile';
import type { ImportProgress, ImportResult } from './importCatalogue';

const PHASES: Record<ImportProgress['phase'], string> = { check: '检查', pictures: '下载图片', save: '写入' };

export function progressLine({ phase, done, total }: ImportProgress): string {
  return phase === 'check' ? `${PHASES.check} ${done}%` : `${PHASES[phase]} ${done}/${total}`;
}

/** What the merchant reads when an import has ended. */
export function reportLines(result: ImportResult): string[] {
  if (!result.isImported) {
    return [`文件有 ${result.faultCount} 处错误，没有写入任何内容：`, ...remarks(result.faults, result.faultCount)];
  }
  const { pictures, held } = result;
  return [
    `导入完成：读了 ${result.rows} 行，商品新增 ${result.created} 件、更新 ${result.updated} 件，共 ${result.skus} 个款式。`,
    ...lineIf(result.categories, `新建分类 ${result.categories} 个。`),
    ...lineIf(result.uncategorised, `${result.uncategorised} 件商品没有分类（Type 为空），只在列表和搜索里能看到。`),
    ...lineIf(result.leftShelf, `${result.leftShelf} 个款式不在文件里，已下架。`),
    ...lineIf(held.length, '这些款式有待付款的订单占着库存，没有降到文件里的数：'),
    ...held.map(({ handle, optionValues, wanted, kept }) => {
      const name = [handle, ...optionValues].join(' / ');
      return `  ${name}：文件 ${wanted}，保留 ${kept}`;
    }),
    `图片：下载 ${pictures.fetched} 张，沿用 ${pictures.known} 张，缺 ${pictures.missing.length} 张。`,
    ...lineIf(pictures.skipped, `${pictures.skipped} 张没有下载（--no-pictures），先用占位图代替。`),
    ...lineIf(pictures.missing.length, '缺的图片先用占位图代替，再导入一次会重新下载：'),
    ...pictures.missing.map(({ url, reason }) => `  ${url}：${reason}`),
    ...lineIf(result.warningCount, `${result.warningCount} 处提醒：`),
    ...remarks(result.warnings, result.warningCount),
  ];
}

const lineIf = (condition: number, line: string): string[] => (condition > 0 ? [line] : []);

function remarks(list: Remark[], count: number): string[] {
  return [
    ...list.map(({ line, reason }) => `  第 ${line} 行：${reason}`),
    ...lineIf(count - list.length, `  ……还有 ${count - list.length} 处`),
  ];
}
