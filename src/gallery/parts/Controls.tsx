import { useState } from 'react';
import { Button } from '@/components/Button';
import { Icon, ICONS } from '@/components/Icon';
import { Sheet } from '@/components/Sheet';
import { Sample, Samples } from './Samples';

const KINDS = ['primary', 'soft', 'plain', 'text'] as const;
const SIZES = ['l', 'm', 's', 'xs'] as const;
const nothing = () => undefined;

export function Controls() {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Samples title="按钮">
        {KINDS.flatMap((kind) =>
          SIZES.map((size) => (
            <Sample key={kind + size}>
              <Button kind={kind} size={size} onTap={() => setIsOpen(true)}>
                打开 {size}
              </Button>
            </Sample>
          )),
        )}
      </Samples>
      <Samples title="忙碌与停用">
        {KINDS.map((kind) => (
          <Sample key={kind}>
            <Button kind={kind} isBusy onTap={nothing}>
              忙碌
            </Button>
          </Sample>
        ))}
        {KINDS.map((kind) => (
          <Sample key={`off ${kind}`}>
            <Button kind={kind} isDisabled onTap={nothing}>
              停用
            </Button>
          </Sample>
        ))}
      </Samples>
      <Samples title="图标">
        {ICONS.map((name) => (
          <Sample key={name}>
            <Icon name={name} size={24} />
          </Sample>
        ))}
      </Samples>
      <Sheet isOpen={isOpen} title="一张面板" onClose={() => setIsOpen(false)}>
        <Samples title="面板里的内容" />
      </Sheet>
    </>
  );
}
