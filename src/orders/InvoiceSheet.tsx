import { useState } from 'react';
import { Input, Text, View } from '@tarojs/components';
import type { Invoice } from '@/api/orders';
import { Button } from '@/components/Button';
import { Chip } from '@/components/Chip';
import { Sheet } from '@/components/Sheet';
import { checkInvoice, tidyInvoice, type InvoiceDraft } from './checkInvoice';
import css from './InvoiceSheet.module.scss';

const EMPTY: InvoiceDraft = { type: 'personal', title: '', taxNumber: '', email: '' };

interface InvoiceSheetProps {
  isOpen: boolean;
  invoice: Invoice | null;
  onClose(): void;
  /** Gets an invoice that has passed every check; null: none is wanted. */
  onSave(invoice: Invoice | null): void;
  /** Where saving takes a while. */
  isBusy?: boolean;
  /** What went wrong with saving, as a sentence. */
  problem?: string | null;
}

/** Whom an electronic invoice is for, and where it goes. */
export function InvoiceSheet({ isOpen, invoice, onClose, onSave, isBusy, problem }: InvoiceSheetProps) {
  const [draft, setDraft] = useState<InvoiceDraft>(
    invoice ? { ...invoice, taxNumber: invoice.taxNumber ?? '' } : EMPTY,
  );
  const [hasTried, setHasTried] = useState(false);
  const fault = (hasTried ? checkInvoice(draft) : null) ?? problem;
  const field = (name: 'title' | 'taxNumber' | 'email', placeholder: string, max: number) => (
    <View className={css.field}>
      <Input
        className={css.input}
        placeholderClass={css.placeholder}
        maxlength={max}
        value={draft[name]}
        placeholder={placeholder}
        onInput={(event) => setDraft({ ...draft, [name]: event.detail.value })}
      />
    </View>
  );
  return (
    <Sheet isOpen={isOpen} onClose={onClose} title="电子发票">
      <View className={css.form}>
        <View className={css.types}>
          <Chip isOn={draft.type === 'personal'} onTap={() => setDraft({ ...draft, type: 'personal' })}>
            个人
          </Chip>
          <View className={css.gap} />
          <Chip isOn={draft.type === 'company'} onTap={() => setDraft({ ...draft, type: 'company' })}>
            企业
          </Chip>
        </View>
        {field('title', draft.type === 'company' ? '企业名称' : '姓名', 80)}
        {draft.type === 'company' && field('taxNumber', '税号', 20)}
        {field('email', '接收发票的邮箱', 100)}
        {fault && <Text className={css.fault}>{fault}</Text>}
        <View className={css.save}>
          <Button
            kind="primary"
            isBlock
            isBusy={isBusy}
            onTap={() => {
              setHasTried(true);
              if (checkInvoice(draft) === null) onSave(tidyInvoice(draft));
            }}
          >
            要这张发票
          </Button>
        </View>
        {invoice && (
          <View className={css.save}>
            <Button kind="plain" isBlock onTap={() => onSave(null)}>
              不开发票
            </Button>
          </View>
        )}
      </View>
    </Sheet>
  );
}
