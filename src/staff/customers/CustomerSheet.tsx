import { useState } from 'react';
import type { StaffCustomer } from '@/api/staff';
import { Cell } from '@/components/Cell';
import { Sheet } from '@/components/Sheet';
import { seenText } from '../timeWords';
import { belongsText, boughtText, nameOf } from './customerWords';
import { HandOver } from './HandOver';
import { NoteForm } from './NoteForm';

/** One customer: as much as they let the guide see, the note, and the way to a colleague. */
export function CustomerSheet({ customer, onClose }: { customer: StaffCustomer; onClose(): void }) {
  const [isHandingOver, setIsHandingOver] = useState(false);
  const { isAgreed, maskedPhone, lastActiveAt } = customer;
  if (isHandingOver) {
    return (
      <Sheet isOpen onClose={onClose} title="交给哪位同事？">
        <HandOver customer={customer} onDone={onClose} />
      </Sheet>
    );
  }
  return (
    <Sheet isOpen onClose={onClose} title={isAgreed ? nameOf(customer) : '一位顾客'}>
      {isAgreed ? (
        maskedPhone !== null && <Cell label="电话" value={maskedPhone} />
      ) : (
        <Cell label="还没同意露面" hint="顾客在“我的”里打开“让导购看到我”，这里就有打码的称呼和电话" value="" />
      )}
      <Cell label={seenText(lastActiveAt)} value={boughtText(customer)} />
      <Cell label={belongsText(customer)} hint="这段时间里再来，会接着往后算" value="" />
      <NoteForm customer={customer} onDone={onClose} />
      <Cell label="交给同事" value="" onTap={() => setIsHandingOver(true)} />
    </Sheet>
  );
}
