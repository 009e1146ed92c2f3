import { useState } from 'react';
import { Progress, Upload } from 'antd';
import { FileTextOutlined } from '@ant-design/icons';
import { sentenceOf } from '../api/adminError';
import { upload, type UploadRoute } from '../api/upload';
import type { AdminOk } from '../api/call';
import { FaultList } from './FaultList';
import { faultsOf } from './faultsOf';

interface FilePickProps<N extends UploadRoute> {
  route: N;
  hint: string;
  /** Said when lines are wrong: `一单也没有发`. */
  nothing: string;
  onDone(answer: AdminOk<N>): void | Promise<void>;
}

/** Sends a CSV file and shows which lines are wrong; a file that was put right is sent the same way. */
export function FilePick<N extends UploadRoute>({ route, hint, nothing, onDone }: FilePickProps<N>) {
  const [share, setShare] = useState<number | null>(null);
  const [error, setError] = useState<unknown>(null);
  const isBusy = share !== null;
  const send = async (file: Blob) => {
    setError(null);
    setShare(0);
    try {
      await onDone(await upload(route, file, setShare));
    } catch (refusal) {
      setError(refusal);
    } finally {
      setShare(null);
    }
  };
  const faults = faultsOf(error);
  return (
    <>
      <Upload.Dragger
        accept=".csv,text/csv"
        showUploadList={false}
        disabled={isBusy}
        beforeUpload={(file) => {
          void send(file);
          return false;
        }}
      >
        <div className="file-icon">
          <FileTextOutlined aria-hidden />
        </div>
        <p>
          <b>{isBusy ? (share < 1 ? '正在上传…' : '正在检查…') : '点这里选择 CSV 文件，或把它拖进来'}</b>
        </p>
        <p className="sub">{hint}</p>
        {isBusy && <Progress percent={Math.round(share * 100)} size="small" showInfo={false} />}
      </Upload.Dragger>
      {faults ? (
        <div className="file-answer">
          <FaultList faults={faults} nothing={nothing} />
        </div>
      ) : (
        error !== null && (
          <p className="bad-t file-answer" role="alert">
            {sentenceOf(error)}，{nothing}。
          </p>
        )
      )}
    </>
  );
}
