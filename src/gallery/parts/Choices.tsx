import { useState } from 'react';
import { Checkbox } from '@/components/Checkbox';
import { Chip } from '@/components/Chip';
import { SortBar, type ProductSort } from '@/components/SortBar';
import { Stepper } from '@/components/Stepper';
import { Sample, Samples } from './Samples';

const nothing = () => undefined;

export function Choices() {
  const [isOn, setIsOn] = useState(true);
  const [count, setCount] = useState(2);
  const [sort, setSort] = useState<ProductSort>('price_asc');
  return (
    <>
      <Samples title="选择">
        <Sample>
          <Chip isOn={!isOn} onTap={() => setIsOn(false)}>
            柿红
          </Chip>
        </Sample>
        <Sample>
          <Chip isOn={isOn} onTap={() => setIsOn(true)}>
            杏白
          </Chip>
        </Sample>
        <Sample>
          <Chip isOff onTap={nothing}>
            没有这一款
          </Chip>
        </Sample>
        <Sample>
          <Chip isOff isMissing onTap={nothing}>
            竹青
          </Chip>
        </Sample>
      </Samples>
      <Samples title="勾选">
        <Sample isWide>
          <Checkbox isOn label="已选" onTap={nothing} />
        </Sample>
        <Sample isWide>
          <Checkbox isOn={false} label="未选" onTap={nothing} />
        </Sample>
        <Sample isWide>
          <Checkbox isOn={false} isDisabled label="不可选" onTap={nothing} />
        </Sample>
      </Samples>
      <Samples title="数量">
        <Sample>
          <Stepper value={count} min={1} max={5} onChange={setCount} />
        </Sample>
        <Sample>
          <Stepper value={1} min={1} max={1} onChange={nothing} />
        </Sample>
        <Sample>
          <Stepper value={199} min={1} max={199} onChange={nothing} />
        </Sample>
      </Samples>
      <Samples title="排序" isStacked>
        <SortBar sort={sort} onChange={setSort} />
        <SortBar sort="sales" onChange={setSort} />
      </Samples>
    </>
  );
}
