import { Alert } from 'antd';
import { FaultList } from '../components/FaultList';
import { clockOf } from '../time';
import type { ImportRun } from './useImport';

/** How an import ended that is over. */
export function ImportOutcome({ run }: { run: ImportRun }) {
  const { startedBy, startedAt, state, report, faults, faultCount } = run;
  return (
    <div className="import-outcome">
      <p className="sub">{`最近一次：${startedBy ?? '命令行'} ${clockOf(startedAt)}`}</p>
      {state === 'failed' && (
        <Alert type="error" showIcon title="没有导完，什么也没有写入。请再导入一次；还是不行，请让技术人员看日志" />
      )}
      {state === 'refused' && <FaultList faults={{ faults, faultCount }} nothing="什么也没有写入" />}
      {report && <ReportView report={report} />}
    </div>
  );
}

function ReportView({ report }: { report: NonNullable<ImportRun['report']> }) {
  const { rows, created, updated, skus, categories, leftShelf, uncategorised, held, warnings, warningCount } = report;
  const { missing } = report.pictures;
  const notes = [
    ...(categories > 0 ? [`新建分类 ${categories} 个`] : []),
    ...(uncategorised > 0 ? [`${uncategorised} 件没有分类，只在列表和搜索里能看到`] : []),
    ...(leftShelf > 0 ? [`${leftShelf} 个规格不在文件里，已下架`] : []),
    ...held.map(
      ({ handle, optionValues, wanted, kept }) =>
        `${[handle, ...optionValues].join(' / ')}：有待付款的订单占着，库存保留 ${kept}，文件里是 ${wanted}`,
    ),
    ...missing.map(({ url, reason }) => `图片没有下载到，先用占位图：${url}（${reason}）`),
  ];
  return (
    <>
      <Alert
        type="success"
        showIcon
        title={`导入完成：读了 ${rows} 行，新增 ${created} 件，更新 ${updated} 件，共 ${skus} 个规格`}
      />
      {notes.length + warnings.length > 0 && (
        <ul className="faults">
          {notes.map((note) => (
            <li key={note}>
              <span className="mut">提醒</span>
              <span className="import-note">{note}</span>
            </li>
          ))}
          {warnings.map(({ line, reason }, index) => (
            <li key={index}>
              <span className="mut num">{`第 ${line} 行`}</span>
              <span>{reason}</span>
            </li>
          ))}
          {warningCount > warnings.length && (
            <li>
              <span />
              <span className="mut">{`还有 ${warningCount - warnings.length} 处`}</span>
            </li>
          )}
        </ul>
      )}
    </>
  );
}
