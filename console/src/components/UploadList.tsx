import { Button, Progress } from 'antd';
import { CloseOutlined } from '@ant-design/icons';
import type { Upload } from './useUpload';

/** What is on its way, and what was refused. */
export function UploadList({ uploads, onDrop }: { uploads: readonly Upload[]; onDrop(key: number): void }) {
  return (
    <ul className="uploads">
      {uploads.map(({ key, name, share, failure }) => (
        <li key={key} className="row">
          <span className="ell grow">{name}</span>
          {failure ? (
            <>
              <span className="bad-t">{failure}</span>
              <Button
                type="text"
                size="small"
                icon={<CloseOutlined />}
                aria-label="知道了"
                onClick={() => onDrop(key)}
              />
            </>
          ) : (
            <Progress percent={Math.round(share * 100)} size="small" style={{ width: 160 }} />
          )}
        </li>
      ))}
    </ul>
  );
}
