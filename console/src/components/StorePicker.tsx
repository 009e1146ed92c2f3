import { useState } from 'react';
import { Button, Modal } from 'antd';
import { wholeList } from '../api/useList';
import { useRead } from '../api/useRead';
import { Blank } from './Blank';
import { DataTable } from './DataTable';
import { Dot } from './Dot';
import { Two } from './Two';

interface StorePickerProps {
  isOpen: boolean;
  /** Ids that are chosen already. */
  chosen?: readonly string[];
  onPick(storeIds: string[]): void;
  onClose(): void;
}

/** Any number of the shop's stores. */
export function StorePicker({ isOpen, onClose, ...rest }: StorePickerProps) {
  return (
    <Modal open={isOpen} onCancel={onClose} title="选门店" width={560} footer={null} destroyOnHidden>
      <Choice {...rest} onClose={onClose} />
    </Modal>
  );
}

function Choice({ chosen: before = [], onPick, onClose }: Omit<StorePickerProps, 'isOpen'>) {
  const [chosen, setChosen] = useState<readonly string[]>(before);
  const list = wholeList(useRead('GET /admin/stores', {}));
  return (
    <>
      <div className="picker-body">
        <DataTable
          list={list}
          blank={<Blank title="还没有门店" hint="先到“门店”里新建" />}
          rowSelection={{
            selectedRowKeys: [...chosen],
            onChange: (keys) => setChosen(keys.map(String)),
          }}
          columns={[
            {
              title: '门店',
              key: 'name',
              render: (_, { name, city, district, detail }) => (
                <Two above={name} below={`${city}${district}${detail}`} />
              ),
            },
            {
              title: '状态',
              key: 'state',
              width: 100,
              render: (_, { isActive }) => <Dot tone={isActive ? 'ok' : 'mute'}>{isActive ? '营业' : '已停用'}</Dot>,
            },
          ]}
        />
      </div>
      <div className="row picker-foot">
        <span className="note grow">已选 {chosen.length}</span>
        <Button onClick={onClose}>取消</Button>
        <Button
          type="primary"
          onClick={() => {
            onPick([...chosen]);
            onClose();
          }}
        >
          使用
        </Button>
      </div>
    </>
  );
}
