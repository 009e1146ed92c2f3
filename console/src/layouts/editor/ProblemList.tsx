import { Button } from 'antd';
import { CloseCircleFilled, DownOutlined, ExclamationCircleFilled, UpOutlined } from '@ant-design/icons';
import { Chip } from '../../components/Chip';
import type { DraftDocument } from '../draft/blocks';
import type { Problem } from '../draft/problems';
import { ownerName, placeName } from '../draft/placeName';

interface ProblemListProps {
  document: DraftDocument;
  problems: Problem[];
  isOpen: boolean;
  onOpen(isOpen: boolean): void;
  onLocate(problem: Problem): void;
}

/** What keeps the draft from being published, and what might better be changed. */
export function ProblemList({ document, problems, isOpen, onOpen, onLocate }: ProblemListProps) {
  const errors = problems.filter(({ level }) => level === 'error').length;
  const warnings = problems.length - errors;
  return (
    <section className="prob" aria-label="发布检查">
      <div className="prob-head">
        <h3>发布检查</h3>
        {problems.length === 0 && <Chip tone="ok">全部通过</Chip>}
        {errors > 0 && <Chip tone="bad">{errors} 个必须处理</Chip>}
        {warnings > 0 && <Chip tone="warn">{warnings} 个建议</Chip>}
        <div className="grow" />
        {problems.length > 0 && (
          <Button
            type="text"
            size="small"
            icon={isOpen ? <DownOutlined /> : <UpOutlined />}
            aria-label={isOpen ? '收起' : '展开'}
            onClick={() => onOpen(!isOpen)}
          />
        )}
      </div>
      {isOpen && problems.length > 0 && (
        <ul className="prob-list">
          {problems.map((problem) => (
            <li key={`${problem.blockId ?? ''} ${problem.path} ${problem.text}`}>
              {problem.level === 'error' ? (
                <CloseCircleFilled className="bad-t" aria-label="必须处理" />
              ) : (
                <ExclamationCircleFilled className="warn-t" aria-label="建议" />
              )}
              <span className="ell b">{ownerName(document, problem)}</span>
              <span className="ell" title={problem.text}>
                <span className="mut">{placeName(document, problem)}</span>
                {problem.text}
              </span>
              <Button type="link" size="small" onClick={() => onLocate(problem)}>
                定位
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
