import { App, Button, Modal } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { FilePick } from '../components/FilePick';
import { saveFile } from '../saveFile';

/** Ships by a file: all orders in it, or none. */
export function ShipFileDialog({ onClose }: { onClose(): void }) {
  const { message } = App.useApp();
  const queries = useQueryClient();
  return (
    <Modal title="批量发货" open footer={null} width={560} onCancel={onClose}>
      <p className="dialog-lead">
        每行一单，三列是订单号、快递公司、运单号。有一行不对就一单也不发，并告诉你是哪些行。
        <Button type="link" size="small" onClick={() => saveFile('发货模板.csv', '\ufeff订单号,快递公司,运单号\r\n')}>
          下载模板
        </Button>
      </p>
      <FilePick
        route="POST /admin/shipments/import"
        hint="CSV UTF-8，至多 500 单。订单号一列请设为文本，表格软件会把长数字改掉"
        nothing="一单也没有发"
        onDone={({ shipped }) => {
          void message.success(`已发货 ${shipped} 单，买家会收到通知`);
          void queries.invalidateQueries();
          onClose();
        }}
      />
    </Modal>
  );
}
