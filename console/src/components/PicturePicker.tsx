import { useState } from 'react';
import { Button, Modal, Tooltip } from 'antd';
import { CheckOutlined } from '@ant-design/icons';
import { sentenceOf } from '../api/adminError';
import { useList, type List } from '../api/useList';
import { Blank } from './Blank';
import { LoadingRows } from './LoadingRows';
import { PICTURE_TYPES } from './pictureTypes';
import { PickerFoot } from './PickerFoot';
import { UploadButton } from './UploadButton';
import { UploadList } from './UploadList';
import { useUpload, type Asset } from './useUpload';

interface PicturePickerProps {
  isOpen: boolean;
  /** How many may be chosen; one unless said. */
  max?: number;
  /** In the order in which they were chosen. */
  onPick(pictures: Asset[]): void;
  onClose(): void;
}

/** Pictures of the shop's library, or new ones. */
export function PicturePicker({ isOpen, onClose, ...rest }: PicturePickerProps) {
  return (
    <Modal open={isOpen} onCancel={onClose} title="选图片" width={760} footer={null} destroyOnHidden>
      <Choice {...rest} onClose={onClose} />
    </Modal>
  );
}

function Choice({ max = 1, onPick, onClose }: Omit<PicturePickerProps, 'isOpen'>) {
  const [chosen, setChosen] = useState<readonly Asset[]>([]);
  const add = (asset: Asset) => setChosen((all) => [...all.filter(({ id }) => id !== asset.id), asset].slice(-max));
  const { uploads, send, drop } = useUpload(add);
  const list = useList('GET /admin/assets', { limit: 40 });
  const toggle = (asset: Asset) => {
    if (chosen.some(({ id }) => id === asset.id)) setChosen(chosen.filter(({ id }) => id !== asset.id));
    else add(asset);
  };
  return (
    <>
      <div className="row picker-head">
        <UploadButton accept={PICTURE_TYPES} isMultiple={max > 1} onFiles={send}>
          上传图片
        </UploadButton>
        <span className="note">JPEG、PNG、WebP 或 GIF，至多 10 MB</span>
      </div>
      <UploadList uploads={uploads} onDrop={drop} />
      <div className="picker-body">
        <Library list={list} chosen={chosen} onToggle={toggle} />
      </div>
      <PickerFoot chosen={chosen} max={max} onPick={onPick} onClose={onClose} />
    </>
  );
}

interface LibraryProps {
  list: List<Asset>;
  chosen: readonly Asset[];
  onToggle(asset: Asset): void;
}

function Library({ list: { rows, error, retry, more }, chosen, onToggle }: LibraryProps) {
  if (!rows && error) return <Blank kind="error" title="没有读到图片" hint={sentenceOf(error)} onRetry={retry} />;
  if (!rows) return <LoadingRows count={4} />;
  if (rows.length === 0) return <Blank title="还没有图片" hint="上传第一张，以后各处都能用" />;
  return (
    <>
      <div className="pictures">
        {rows.map((asset) => {
          const place = chosen.findIndex(({ id }) => id === asset.id);
          return (
            <Tooltip key={asset.id} title={`${asset.width} × ${asset.height}`} mouseEnterDelay={0.5}>
              <button type="button" className="picture" aria-pressed={place >= 0} onClick={() => onToggle(asset)}>
                <img src={asset.thumbnailUrl} alt="" loading="lazy" />
                {place >= 0 && <i>{chosen.length > 1 ? place + 1 : <CheckOutlined />}</i>}
              </button>
            </Tooltip>
          );
        })}
      </div>
      {more && (
        <div className="more">
          <Button type="text" loading={more.isLoading} onClick={more.load}>
            更多
          </Button>
        </div>
      )}
    </>
  );
}
