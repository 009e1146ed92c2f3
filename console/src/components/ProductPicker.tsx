import { useState } from 'react';
import { Input, Modal } from 'antd';
import { useList, type RowOf } from '../api/useList';
import { Blank } from './Blank';
import { DataTable } from './DataTable';
import { Dot } from './Dot';
import { Money } from './Money';
import { PickerFoot } from './PickerFoot';
import { Picture } from './Picture';
import { Two } from './Two';

export type ProductRow = RowOf<'GET /admin/products'>;

interface ProductPickerProps {
  isOpen: boolean;
  /** Ids that are chosen already. */
  chosen?: readonly string[];
  /** How many may be chosen; one unless said. */
  max?: number;
  onPick(productIds: string[]): void;
  onClose(): void;
}

/** Products to choose from, found by name or code. */
export function ProductPicker({ isOpen, onClose, ...rest }: ProductPickerProps) {
  return (
    <Modal open={isOpen} onCancel={onClose} title="选商品" width={720} footer={null} destroyOnHidden>
      <Choice {...rest} onClose={onClose} />
    </Modal>
  );
}

function Choice({ chosen: before = [], max = 1, onPick, onClose }: Omit<ProductPickerProps, 'isOpen'>) {
  const [chosen, setChosen] = useState<readonly string[]>(before);
  const [q, setQ] = useState('');
  const list = useList('GET /admin/products', { ...(q && { q }) });
  const toggle = (id: string) => {
    if (chosen.includes(id) && max > 1) setChosen(chosen.filter((one) => one !== id));
    else setChosen([...chosen.filter((one) => one !== id), id].slice(-max));
  };
  return (
    <>
      <div className="picker-head">
        <Input.Search
          placeholder="名称、编码"
          allowClear
          maxLength={60}
          onSearch={(text) => setQ(text.trim())}
          aria-label="找商品"
        />
      </div>
      <div className="picker-body">
        <DataTable
          list={list}
          blank={
            q ? (
              <Blank title="没有找到" hint={`没有名称或编码含“${q}”的商品`} />
            ) : (
              <Blank title="还没有商品" hint="先到“商品”里新建或导入" />
            )
          }
          onOpen={({ id }) => toggle(id)}
          rowSelection={{
            type: max > 1 ? 'checkbox' : 'radio',
            selectedRowKeys: [...chosen],
            hideSelectAll: true,
            onSelect: ({ id }) => toggle(id),
          }}
          columns={[
            {
              title: '商品',
              key: 'title',
              render: (_, row) => (
                <div className="row with-picture">
                  <Picture url={row.imageUrl} />
                  <Two above={row.title} below={row.handle} />
                </div>
              ),
            },
            {
              title: '售价',
              key: 'price',
              align: 'right',
              width: 110,
              render: (_, row) => <Money fen={row.priceFen} />,
            },
            {
              title: '状态',
              key: 'state',
              width: 100,
              render: (_, row) => (
                <Dot tone={row.state === 'on_shelf' ? 'ok' : 'mute'}>
                  {row.state === 'on_shelf' ? '在售' : '已下架'}
                </Dot>
              ),
            },
          ]}
        />
      </div>
      <PickerFoot chosen={chosen} max={max} onPick={onPick} onClose={onClose} />
    </>
  );
}
