import { useState } from 'react';
import { Button, Input } from 'antd';
import { DeleteOutlined, PictureOutlined } from '@ant-design/icons';
import { PicturePicker } from '../../components/PicturePicker';
import { Field } from './Field';
import type { FieldProps } from './fieldProps';
import { useErrorAt } from './formErrors';

interface PictureValue {
  url?: string;
  width?: number;
  height?: number;
  alt?: string;
}

/** A picture of the shop's. Its size comes along, so that pages never jump. */
export function PictureField({ label, path, isRequired, value, onChange }: FieldProps) {
  const [isOpen, setOpen] = useState(false);
  const error = useErrorAt(path, true);
  const { url, width, height, alt = '' } = (value ?? {}) as PictureValue;
  return (
    <Field
      label={label || '图片'}
      isRequired={isRequired}
      error={error === '还没有填' ? '还没有选图片' : error}
      hint={url && width ? `${width}×${height}` : undefined}
    >
      <div className="pic-field">
        <button
          type="button"
          className="pic-thumb"
          onClick={() => setOpen(true)}
          aria-label={url ? '换一张图片' : '选择图片'}
        >
          {url ? <img src={url} alt={alt} /> : <PictureOutlined />}
        </button>
        <div className="pic-side">
          <div className="row pic-acts">
            <Button size="small" onClick={() => setOpen(true)}>
              {url ? '换一张' : '选择图片'}
            </Button>
            {url && !isRequired && (
              <Button
                size="small"
                type="text"
                icon={<DeleteOutlined />}
                aria-label="不要图片"
                onClick={() => onChange(undefined, path)}
              />
            )}
          </div>
          {url && (
            <Input
              size="small"
              aria-label="图片说明"
              placeholder="图片说明：给看不见图的人"
              maxLength={60}
              value={alt}
              onChange={(event) => onChange({ ...(value as object), alt: event.target.value }, `${path}.alt`)}
            />
          )}
        </div>
      </div>
      <PicturePicker
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        onPick={([picked]) => {
          if (!picked) return;
          setOpen(false);
          onChange({ url: picked.url, width: picked.width, height: picked.height, ...(alt && { alt }) }, '');
        }}
      />
    </Field>
  );
}
