import { useState } from 'react';
import { Input, View } from '@tarojs/components';
import { Icon } from '@/components/Icon';
import css from './SearchField.module.scss';

/** Looks for goods when the keyboard's key says so, and shows all again when it is emptied. */
export function SearchField({ onSearch }: { onSearch(text: string): void }) {
  const [draft, setDraft] = useState('');
  const clear = () => {
    setDraft('');
    onSearch('');
  };
  return (
    <View className={css.box}>
      <Icon name="search" size={16} />
      <Input
        className={css.input}
        type="text"
        confirmType="search"
        maxlength={100}
        value={draft}
        placeholder="找一件商品"
        placeholderClass={css.placeholder}
        aria-label="找一件商品"
        onInput={(event) => setDraft(event.detail.value)}
        onConfirm={(event) => onSearch(event.detail.value.trim())}
      />
      {draft && (
        <>
          <View className={css.key} role="button" aria-label="清空" onClick={clear}>
            <Icon name="close" size={16} />
          </View>
          <View className={`${css.key} ${css.go}`} role="button" onClick={() => onSearch(draft.trim())}>
            搜索
          </View>
        </>
      )}
    </View>
  );
}
