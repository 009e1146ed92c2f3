import { useState } from 'react';
import { Input, View } from '@tarojs/components';
import { Icon } from '@/components/Icon';
import { BackButton } from '@/components/NavBar';
import { hasNativeNavBar } from '@/lib/device';
import css from './SearchBar.module.scss';

interface SearchBarProps {
  text: string;
  /** Where the search stays inside, such as a category's name. */
  scopeName: string;
  isFocused: boolean;
  onSearch(text: string): void;
  /** Hears every change, for suggestions while typing. */
  onType?(text: string): void;
}

/** The search box, with the way back beside it where the host draws none. */
export function SearchBar({ text, scopeName, isFocused, onSearch, onType }: SearchBarProps) {
  const [draft, setDraft] = useState(text);
  const type = (words: string) => {
    setDraft(words);
    onType?.(words);
  };
  const clear = () => {
    type('');
    onSearch('');
  };
  return (
    <View className={hasNativeNavBar ? css.bar : `${css.bar} ${css.withBack}`}>
      {!hasNativeNavBar && <BackButton className={css.back} />}
      <View className={css.box}>
        <Icon name="search" size={16} />
        <Input
          className={css.input}
          type="text"
          confirmType="search"
          maxlength={100}
          focus={isFocused}
          value={draft}
          placeholder={scopeName ? `在“${scopeName}”里找` : '搜一搜今天的好货'}
          placeholderClass={css.placeholder}
          onInput={(event) => type(event.detail.value)}
          onConfirm={(event) => onSearch(event.detail.value.trim())}
        />
        {draft && (
          <View className={css.clear} role="button" aria-label="清空" onClick={clear}>
            <Icon name="close" size={16} />
          </View>
        )}
      </View>
      <View className={css.go} role="button" onClick={() => onSearch(draft.trim())}>
        搜索
      </View>
    </View>
  );
}
