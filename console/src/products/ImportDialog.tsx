import { Button, Modal } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { FilePick } from '../components/FilePick';
import { saveFile } from '../saveFile';
import { ImportOutcome } from './ImportOutcome';
import { ImportProgress } from './ImportProgress';
import type { ImportRun } from './useImport';

const TEMPLATE =
  '\ufeffHandle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Qty,Variant Price,Image Src\r\n' +
  'oolong-tea,桂花乌龙,<p>秋天的茶</p>,集市,茶叶,新品,TRUE,规格,100g,CY-0207-1,20,39.00,\r\n' +
  'oolong-tea,,,,,,,,250g,CY-0207-2,12,88.00,\r\n';

/** Imports a file: all of it, or nothing and the lines that are wrong. It goes on when the dialog is closed. */
export function ImportDialog({ run, onClose }: { run: ImportRun | null; onClose(): void }) {
  const queries = useQueryClient();
  const isRunning = run?.state === 'running';
  return (
    <Modal
      title="导入商品"
      open
      width={620}
      onCancel={onClose}
      footer={<Button onClick={onClose}>{isRunning ? '让它在后台继续' : '关闭'}</Button>}
    >
      {isRunning ? (
        <ImportProgress run={run} />
      ) : (
        <>
          <p className="dialog-lead">
            用 Shopify 的商品 CSV，链接名相同的更新，没有的新建。有一行不对就什么也不写，并告诉你是哪些行。
            <Button type="link" size="small" onClick={() => saveFile('商品模板.csv', TEMPLATE)}>
              下载模板
            </Button>
          </p>
          <FilePick
            route="POST /admin/products/import"
            hint="CSV UTF-8，至多 64 MB。图片会先下载到店铺里，可以边导边做别的"
            nothing="什么也没有写入"
            onDone={() => queries.invalidateQueries({ queryKey: ['GET /admin/products/import'] })}
          />
          {run && <ImportOutcome run={run} />}
        </>
      )}
    </Modal>
  );
}
