import { useMemo } from 'react';
import { App, Button, Popover } from 'antd';
import { QrcodeOutlined } from '@ant-design/icons';
import qrcode from 'qrcode-generator';
import { clockOf } from '../../time';

interface PhonePreviewProps {
  url: string | undefined;
  expiresAt: string | undefined;
  /** The phone reads the saved draft, so it is saved first. */
  onOpen(): void;
}

/** A code to look at the draft on a phone. */
export function PhonePreview({ url, expiresAt, onOpen }: PhonePreviewProps) {
  const { message } = App.useApp();
  const copy = async () => {
    await navigator.clipboard.writeText(url ?? '');
    void message.success('链接复制好了');
  };
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      onOpenChange={(isOpen) => isOpen && onOpen()}
      content={
        url && expiresAt ? (
          <div className="phone-code">
            <Code text={url} />
            <b>用手机扫码看草稿</b>
            <span className="note">看到的是最近一次保存；{clockOf(expiresAt)} 前有效</span>
            <Button size="small" onClick={() => void copy()}>
              复制链接
            </Button>
          </div>
        ) : (
          <span className="note">预览还没有准备好</span>
        )
      }
    >
      <Button icon={<QrcodeOutlined />}>真机预览</Button>
    </Popover>
  );
}

function Code({ text }: { text: string }) {
  const { size, path } = useMemo(() => {
    const code = qrcode(0, 'M');
    code.addData(text);
    code.make();
    const size = code.getModuleCount();
    const cells = Array.from({ length: size * size }, (_, index) => [Math.floor(index / size), index % size] as const);
    const path = cells
      .filter(([row, column]) => code.isDark(row, column))
      .map(([row, column]) => `M${column} ${row}h1v1h-1z`);
    return { size, path: path.join('') };
  }, [text]);
  return (
    <svg
      viewBox={`-4 -4 ${size + 8} ${size + 8}`}
      width="184"
      height="184"
      role="img"
      aria-label="预览码"
      shapeRendering="crispEdges"
    >
      <rect x="-4" y="-4" width={size + 8} height={size + 8} fill="#fff" />
      <path d={path} fill="#221E1A" />
    </svg>
  );
}
