import type { AftersaleReason } from '@jishi/contract/plain/aftersales';
import { Cell } from '@/components/Cell';
import { Sheet } from '@/components/Sheet';
import { REASON_WORDS } from '../aftersaleWords';

interface ReasonSheetProps {
  isOpen: boolean;
  reasons: readonly AftersaleReason[];
  chosen: AftersaleReason | null;
  onClose(): void;
  onChoose(reason: AftersaleReason): void;
}

/** Why the money should go back. */
export function ReasonSheet({ isOpen, reasons, chosen, onClose, onChoose }: ReasonSheetProps) {
  return (
    <Sheet isOpen={isOpen} onClose={onClose} title="为什么要退？">
      {reasons.map((reason) => (
        <Cell
          key={reason}
          label={REASON_WORDS[reason]}
          value={reason === chosen ? '已选' : ''}
          onTap={() => onChoose(reason)}
        />
      ))}
    </Sheet>
  );
}
