import { useState } from 'react';
import { Button } from 'antd';
import { Picture } from './Picture';
import { PicturePicker } from './PicturePicker';

interface PictureInputProps {
  /** Given by the form. */
  value?: string | null;
  onChange?(url: string | null): void;
}

/** One picture of the library, or none. */
export function PictureInput({ value = null, onChange }: PictureInputProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="row with-picture">
      <Picture url={value} size={64} />
      <Button onClick={() => setOpen(true)}>{value ? '换一张' : '选图片'}</Button>
      {value && (
        <Button type="text" onClick={() => onChange?.(null)}>
          不用图片
        </Button>
      )}
      <PicturePicker
        isOpen={isOpen}
        onPick={([picked]) => picked && onChange?.(picked.url)}
        onClose={() => setOpen(false)}
      />
    </div>
  );
}
