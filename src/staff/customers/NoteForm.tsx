import { useState } from 'react';
import { Text, Textarea, View } from '@tarojs/components';
import { useQueryClient } from '@tanstack/react-query';
import { MAX_NOTE } from '@jishi/contract/plain/staff';
import { noteCustomer, type StaffCustomer } from '@/api/staff';
import { Button } from '@/components/Button';
import { keys } from '@/lib/queryKeys';
import { useOneChange } from '@/lib/useOneChange';
import { platform } from '@/platform';
import css from './NoteForm.module.scss';

/** What a guide wants to remember of a customer; the next guide reads it too. */
export function NoteForm({ customer: { id, note }, onDone }: { customer: StaffCustomer; onDone(): void }) {
  const [draft, setDraft] = useState(note);
  const client = useQueryClient();
  const { busy, run } = useOneChange();
  const save = () =>
    run('note', async () => {
      await noteCustomer(id, draft.trim());
      await client.invalidateQueries({ queryKey: keys.staffCustomers });
      platform.toast('记下了');
      onDone();
    });
  return (
    <View className={css.form}>
      <View className={css.field}>
        <Textarea
          className={css.text}
          placeholderClass={css.placeholder}
          maxlength={MAX_NOTE}
          value={draft}
          placeholder="记一句，比如尺码、口味、家里几口人"
          aria-label="备注"
          onInput={(event) => setDraft(event.detail.value)}
        />
      </View>
      <View className={css.foot}>
        <Text className={css.hint}>只有你和接手的同事看得到</Text>
        <Button
          kind="soft"
          size="s"
          isBusy={busy !== null}
          isDisabled={draft.trim() === note}
          onTap={() => void save()}
        >
          记下
        </Button>
      </View>
    </View>
  );
}
