import { useState } from 'react';
import { Button, InputNumber } from 'antd';
import { PlusOutlined } from '@ant-design/icons';
import { RemoveButton } from '../RemoveButton';
import { AreasPicture } from './AreasPicture';
import type { Area } from './areas';
import { Field } from './Field';
import { FieldList } from './FieldList';
import type { FieldProps, NodeThatIs } from './fieldProps';
import { useErrorAt } from './formErrors';
import { ItemHead } from './ItemHead';
import { usePictureBeside } from './pictureBeside';
import { startOf } from './startOf';

const SIDES = [
  ['x', '左'],
  ['y', '上'],
  ['width', '宽'],
  ['height', '高'],
] as const;

/** Places on the picture that lead somewhere: drawn and dragged on it, or set in numbers. */
export function AreasField({ node, label, path, value, onChange }: FieldProps<NodeThatIs<'list'>>) {
  const error = useErrorAt(path);
  const picture = usePictureBeside();
  const [chosen, setChosen] = useState(0);
  const areas = (value as Area[] | undefined) ?? [];
  if (node.item.is !== 'group') return null;
  const fields = node.item.fields.filter(({ name }) => !SIDES.some(([side]) => side === name));
  const replace = (index: number, next: object, at: string) =>
    onChange(
      areas.map((area, each) => (each === index ? { ...area, ...next } : area)),
      at,
    );
  const add = (rect: Pick<Area, 'x' | 'y' | 'width' | 'height'>) => {
    if (areas.length >= node.max) return;
    setChosen(areas.length);
    onChange([...areas, { ...(startOf(node.item) as object), ...rect }], '');
  };
  return (
    <Field label={label} error={error} hint={`${areas.length} / ${node.max}`}>
      {picture ? (
        <AreasPicture
          picture={picture}
          areas={areas}
          chosen={chosen}
          onChoose={setChosen}
          onDraw={add}
          onChange={(index, rect) => replace(index, rect, `${path}.${index}.place`)}
        />
      ) : (
        <p className="note">先选好上面的图片，再在图上画热区</p>
      )}
      {areas.map((area, index) => (
        <div key={index} className={`item ${index === chosen ? 'open' : ''}`}>
          <ItemHead
            item={area as unknown as Record<string, unknown>}
            fields={fields}
            path={`${path}.${index}`}
            grip={<b className="num area-number">{index + 1}</b>}
            onToggle={() => setChosen(index === chosen ? -1 : index)}
            tools={
              <RemoveButton
                name={`删除第 ${index + 1} 个热区`}
                onClick={() =>
                  onChange(
                    areas.filter((_, each) => each !== index),
                    '',
                  )
                }
              />
            }
          />
          {index === chosen && (
            <div className="item-body">
              <div className="area-sides">
                {SIDES.map(([side, name]) => (
                  <InputNumber
                    key={side}
                    size="small"
                    prefix={name}
                    suffix="%"
                    min={0}
                    max={100}
                    precision={1}
                    aria-label={`第 ${index + 1} 个热区的${name}`}
                    value={Math.round(area[side] * 1000) / 10}
                    onChange={(next) => replace(index, { [side]: (next ?? 0) / 100 }, `${path}.${index}.${side}`)}
                  />
                ))}
              </div>
              <FieldList
                fields={fields}
                value={area}
                path={`${path}.${index}`}
                onChange={(next, at) => replace(index, next as object, at)}
              />
            </div>
          )}
        </div>
      ))}
      <Button
        block
        type="dashed"
        icon={<PlusOutlined />}
        disabled={!picture || areas.length >= node.max}
        onClick={() => add({ x: 0.35, y: 0.35, width: 0.3, height: 0.3 })}
      >
        添加热区
      </Button>
    </Field>
  );
}
