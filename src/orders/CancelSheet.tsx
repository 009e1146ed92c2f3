import { CANCEL_REASONS, type CancelReason } from '@jishi/contract/plain/orders';
import { Cell } from '@/components/Cell';
import { Sheet } from '@/components/Sheet';

const WORDS: Record<CancelReason, string> = {
  changed_mind: '不想要了',
  wrong_items: '商品或数量选错了',
  wrong_address: '地址或联系人填错了',
  too_expensive: '价格不合适',
  other: '其他原因',
};

interface CancelSheetProps {
  isOpen: boolean;
  onClose(): void;
  /** Cancels: a reason is the confirmation. */
  onChoose(reason: CancelReason): void;
}

/** Asks why before cancelling; closing it keeps the order. */
export function CancelSheet({ isOpen, onClose, onChoose }: CancelSheetProps) {
  return (
    <Sheet isOpen={isOpen} onClose={onClose} title="为什么取消这一单？">
      {CANCEL_REASONS.map((reason) => (
        <Cell key={reason} label={WORDS[reason]} onTap={() => onChoose(reason)} />
      ))}
    </Sheet>
  );
}
