import { useState } from 'react';
import { Modal, Segmented, Typography } from 'antd';
import { PLATFORMS, type Platform } from '@jishi/contract/plain/platforms';
import { PLATFORM_WORDS } from '@jishi/contract/plain/words';
import { sentenceOf } from '../api/adminError';
import { useRead } from '../api/useRead';
import { Blank } from '../components/Blank';
import type { CodeRow } from './CodesPage';

/** One code as each super-app scans it, made when it is first asked for. */
export function CodePictures({ code, onClose }: { code: CodeRow | null; onClose(): void }) {
  const [platform, setPlatform] = useState<Platform>('weapp');
  return (
    <Modal open={code !== null} title={code?.name} footer={null} width={400} onCancel={onClose} destroyOnHidden>
      <Segmented
        block
        value={platform}
        options={PLATFORMS.map((value) => ({ value, label: PLATFORM_WORDS[value] }))}
        onChange={setPlatform}
      />
      {code && <CodePicture token={code.token} platform={platform} />}
      {code && (
        <p className="note code-url">
          网址 <Typography.Text copyable>{code.url}</Typography.Text>
        </p>
      )}
    </Modal>
  );
}

function CodePicture({ token, platform }: { token: string; platform: Platform }) {
  const { data, error, refetch, isPlaceholderData } = useRead('GET /admin/codes/:token/pictures/:platform', {
    params: { token, platform },
  });
  if (error) {
    return <Blank kind="error" title="没有做出来" hint={sentenceOf(error)} onRetry={() => void refetch()} />;
  }
  const isReady = data && !isPlaceholderData;
  return (
    <div className="code-picture" aria-busy={!isReady}>
      {isReady ? (
        <a href={data.url} download={`${token}-${platform}`}>
          <img src={data.url} alt={`${PLATFORM_WORDS[platform]}的码`} />
        </a>
      ) : (
        <span className="note">正在做</span>
      )}
    </div>
  );
}
