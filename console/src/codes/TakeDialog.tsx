import { useState } from 'react';
import { Alert, Button, Checkbox, Form, Modal, Progress } from 'antd';
import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons';
import { PLATFORMS, type Platform } from '@jishi/contract/plain/platforms';
import { PLATFORM_WORDS } from '@jishi/contract/plain/words';
import { sentenceOf } from '../api/adminError';
import type { MadeCodes } from './codeValues';
import { saveLabels, savePictures } from './takeCodes';

/** Of a sheet of A4, see the plan of the labels. */
const LABELS_PER_PAGE = 24;

type Way = 'labels' | 'pictures';
const WAYS = { labels: saveLabels, pictures: savePictures };

/** Codes on their way to paper: labels for the shelf, or the bare pictures, for the super-apps that are to read them. */
export function TakeDialog({ taken, onClose }: { taken: MadeCodes | null; onClose(): void }) {
  return (
    <Modal
      open={taken !== null}
      title={taken?.title}
      footer={null}
      width={520}
      mask={{ closable: false }}
      onCancel={onClose}
      destroyOnHidden
    >
      {taken && <Take codes={taken.codes} />}
    </Modal>
  );
}

function Take({ codes }: Pick<MadeCodes, 'codes'>) {
  const [platforms, setPlatforms] = useState<Platform[]>(['weapp']);
  const [way, setWay] = useState<Way | null>(null);
  const [step, setStep] = useState<readonly [number, number]>([0, 0]);
  const [outcome, setOutcome] = useState<{ way: Way; error?: unknown } | null>(null);
  const take = async (next: Way) => {
    setWay(next);
    setOutcome(null);
    try {
      // in the order of the boxes, however they were ticked
      const chosen = PLATFORMS.filter((platform) => platforms.includes(platform));
      await WAYS[next]({ codes, platforms: chosen, onStep: (done, all) => setStep([done, all]) });
      setOutcome({ way: next });
    } catch (error) {
      setOutcome({ way: next, error });
    }
    setWay(null);
  };
  const pages = Math.ceil(codes.length / LABELS_PER_PAGE);
  const isOff = platforms.length === 0 || way !== null;
  return (
    <>
      <Form layout="vertical">
        <Form.Item label="给哪些 App 扫" extra="每个 App 认自己的码图；几张图通往同一处，都记在同一个码上">
          <Checkbox.Group
            value={platforms}
            disabled={way !== null}
            options={PLATFORMS.map((value) => ({ value, label: PLATFORM_WORDS[value] }))}
            onChange={setPlatforms}
          />
        </Form.Item>
      </Form>
      <div className="take-ways">
        <div className="box">
          <h3>货架标签</h3>
          <p className="note">
            A4 一页 {LABELS_PER_PAGE} 张，带品名和现价，沿十字线裁开；{codes.length} 个码印 {pages} 页
            {platforms.length > 1 && '，每个 App 一份'}
          </p>
          <Button
            type="primary"
            icon={<PrinterOutlined />}
            loading={way === 'labels'}
            disabled={isOff}
            onClick={() => void take('labels')}
          >
            下载 PDF
          </Button>
        </div>
        <div className="box">
          <h3>码图</h3>
          <p className="note">
            放进自己的海报和桌牌；{codes.length * platforms.length} 张 PNG 打成一个压缩包，文件名里有码的名字
          </p>
          <Button
            icon={<DownloadOutlined />}
            loading={way === 'pictures'}
            disabled={isOff}
            onClick={() => void take('pictures')}
          >
            下载码图
          </Button>
        </div>
      </div>
      <Standing way={way} step={step} outcome={outcome} />
    </>
  );
}

interface StandingProps {
  way: Way | null;
  step: readonly [number, number];
  outcome: { way: Way; error?: unknown } | null;
}

/** How far it is, or how it went. */
function Standing({ way, step: [done, all], outcome }: StandingProps) {
  if (way !== null) {
    const isDrawn = done < all || way === 'pictures';
    return (
      <div className="take-standing" role="status">
        <Progress percent={Math.round((done / Math.max(1, all)) * 100)} showInfo={false} />
        <span className="note">{isDrawn ? `正在备码图 ${done} / ${all}` : '码图齐了，正在排版'}</span>
      </div>
    );
  }
  if (!outcome) return null;
  return outcome.error === undefined ? (
    <Alert className="take-standing" type="success" showIcon title="下载好了" />
  ) : (
    <Alert
      className="take-standing"
      type="error"
      showIcon
      title={outcome.way === 'labels' ? '标签没有印成' : '码图没有取齐'}
      description={`${sentenceOf(outcome.error)}。再点一次会接着来，备好的码图不用重做。`}
    />
  );
}
