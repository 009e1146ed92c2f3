import { Alert } from 'antd';
import type { Faults } from './faultsOf';

/** Which lines of a file are wrong; nothing of it was done. */
export function FaultList({ faults: { faults, faultCount }, nothing }: { faults: Faults; nothing: string }) {
  const more = faultCount - faults.length;
  return (
    <div role="alert">
      <Alert type="error" showIcon title={`文件有 ${faultCount} 处不对，${nothing}。改好下面这些行，再选一次文件`} />
      <ul className="faults">
        {faults.map(({ line, reason }, index) => (
          <li key={index}>
            <span className="mut num">{`第 ${line} 行`}</span>
            <span>{reason}</span>
          </li>
        ))}
        {more > 0 && (
          <li>
            <span />
            <span className="mut">{`还有 ${more} 处`}</span>
          </li>
        )}
      </ul>
    </div>
  );
}
