import { useRef } from 'react';
import { Button } from 'antd';
import { UploadOutlined } from '@ant-design/icons';

interface UploadButtonProps {
  accept: string;
  isMultiple?: boolean;
  isPrimary?: boolean;
  children: string;
  onFiles(files: File[]): void;
}

/** Opens the browser's own choice of files. */
export function UploadButton({ accept, isMultiple, isPrimary, children, onFiles }: UploadButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button type={isPrimary ? 'primary' : 'default'} icon={<UploadOutlined />} onClick={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        multiple={isMultiple}
        aria-label={children}
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])]);
          // the same file may be chosen again
          target.value = '';
        }}
      />
    </>
  );
}
