import { useState } from 'react';
import { App, Button, Image } from 'antd';
import { DeleteOutlined } from '@ant-design/icons';
import { hasCode, sentenceOf } from '../api/adminError';
import { useList } from '../api/useList';
import { useWrite } from '../api/useWrite';
import { Blank } from '../components/Blank';
import { LoadingRows } from '../components/LoadingRows';
import { Page } from '../components/Page';
import { Panel } from '../components/Panel';
import { PICTURE_TYPES } from '../components/pictureTypes';
import { UploadButton } from '../components/UploadButton';
import { UploadList } from '../components/UploadList';
import { useUpload, type Asset } from '../components/useUpload';

/** Every picture that was uploaded. */
export function AssetsPage() {
  const { uploads, send, drop } = useUpload(() => undefined);
  const { rows, error, retry, more } = useList('GET /admin/assets', { limit: 60 });
  const [shown, setShown] = useState<Asset | null>(null);
  return (
    <Page
      title="素材库"
      note="JPEG、PNG、WebP 或 GIF，至多 10 MB；同一张图只存一次"
      actions={
        <UploadButton accept={PICTURE_TYPES} isMultiple isPrimary onFiles={send}>
          上传图片
        </UploadButton>
      }
    >
      <UploadList uploads={uploads} onDrop={drop} />
      <Panel isFlush>
        {!rows && error !== null && (
          <Blank kind="error" title="没有读到图片" hint={sentenceOf(error)} onRetry={retry} />
        )}
        {!rows && error === null && <LoadingRows />}
        {rows?.length === 0 && <Blank title="还没有图片" hint="商品、分类和页面用的图片都在这里" />}
        {rows && rows.length > 0 && (
          <div className="assets">
            {rows.map((asset) => (
              <AssetCard key={asset.id} asset={asset} onShow={() => setShown(asset)} />
            ))}
          </div>
        )}
        {more && (
          <div className="more">
            <Button type="text" loading={more.isLoading} onClick={more.load}>
              更多
            </Button>
          </div>
        )}
      </Panel>
      {shown && (
        <Image
          src={shown.url}
          alt=""
          className="hidden"
          preview={{ open: true, src: shown.originalUrl, onOpenChange: () => setShown(null) }}
        />
      )}
    </Page>
  );
}

function AssetCard({
  asset: { id, thumbnailUrl, width, height, bytes, state },
  onShow,
}: {
  asset: Asset;
  onShow(): void;
}) {
  const { modal, message } = App.useApp();
  const remove = useWrite('DELETE /admin/assets/:assetId', {
    changes: ['GET /admin/assets'],
    done: '删掉了',
    onRefused: (error) => {
      if (!hasCode(error, 'conflict')) return false;
      void message.error('还有商品、分类、页面或订单在用它，不能删');
      return true;
    },
  });
  const ask = () =>
    void modal.confirm({
      title: '删除这张图片？',
      content: '在用的图片删不掉，不用担心店里缺图。',
      okText: '删除',
      cancelText: '取消',
      okButtonProps: { danger: true },
      onOk: () => remove.mutateAsync({ params: { assetId: id } }).catch(() => undefined),
    });
  return (
    <figure className="asset">
      <button type="button" className="picture" onClick={onShow} aria-label="看大图">
        <img src={thumbnailUrl} alt="" loading="lazy" />
      </button>
      <figcaption className="row">
        <span className="note num grow">
          {width} × {height}
          <br />
          {state === 'failed' ? <span className="bad-t">没有处理成</span> : sizeOf(bytes)}
        </span>
        <Button type="text" size="small" icon={<DeleteOutlined />} aria-label="删除" onClick={ask} />
      </figcaption>
    </figure>
  );
}

const sizeOf = (bytes: number) =>
  bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
