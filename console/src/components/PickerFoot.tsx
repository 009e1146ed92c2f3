import { Button } from 'antd';

interface PickerFootProps<T> {
  chosen: readonly T[];
  max: number;
  onPick(chosen: T[]): void;
  onClose(): void;
}

/** How many are chosen, and the way out of a picker, with them or without. */
export function PickerFoot<T>({ chosen, max, onPick, onClose }: PickerFootProps<T>) {
  return (
    <div className="row picker-foot">
      <span className="note grow">{max > 1 ? `已选 ${chosen.length}，至多 ${max}` : ''}</span>
      <Button onClick={onClose}>取消</Button>
      <Button
        type="primary"
        disabled={chosen.length === 0}
        onClick={() => {
          onPick([...chosen]);
          onClose();
        }}
      >
        使用
      </Button>
    </div>
  );
}
