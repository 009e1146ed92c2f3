import { useState } from 'react';
import { useDidShow } from '@tarojs/taro';
import { Text, View } from '@tarojs/components';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { listHotWords, type HotWords } from '@/api/search';
import { BEST_SELLERS } from '@/blocks/bestSellers';
import { ProductsBlock } from '@/blocks/ProductsBlock';
import { Chip } from '@/components/Chip';
import { Icon } from '@/components/Icon';
import { NetworkBar } from '@/components/NetworkBar';
import { Page } from '@/components/Page';
import { Tag } from '@/components/Tag';
import { STALE } from '@/lib/queries';
import { to } from '@/lib/routes';
import { SearchBar } from '../SearchBar';
import { suggestions } from '../suggestions';
import { forgetHistory, readHistory, remember } from './history';
import { useSettled } from './useSettled';
import css from './index.module.scss';

/** Nothing here is critical: without hot words and suggestions one can still type. */
export default function SearchPage() {
  const [typed, setTyped] = useState('');
  const asked = useSettled(typed.trim());
  const [history, setHistory] = useState(readHistory);
  // a search from the list page may have ended in the history meanwhile
  useDidShow(() => setHistory(readHistory()));
  const hot = useQuery({ queryKey: ['hotWords'], queryFn: listHotWords, staleTime: STALE.catalogue });
  const search = (text: string) => {
    const word = text.trim();
    if (!word) return;
    setHistory(remember(word));
    to.list({ q: word });
  };
  const clear = () => {
    forgetHistory();
    setHistory([]);
  };

  return (
    <Page nav="own">
      <View className={css.top}>
        <NetworkBar />
        <SearchBar text="" scopeName="" isFocused onSearch={search} onType={setTyped} />
      </View>
      {typed.trim() ? (
        <Suggested typed={typed.trim()} asked={asked} onTap={search} />
      ) : (
        <>
          {history.length > 0 && <History words={history} onTap={search} onClear={clear} />}
          {hot.data && hot.data.items.length > 0 && <Hot words={hot.data.items} onTap={search} />}
          <ProductsBlock {...BEST_SELLERS} title="大家都在买" />
        </>
      )}
    </Page>
  );
}

interface SuggestedProps {
  typed: string;
  /** What stood there at the last pause. */
  asked: string;
  onTap(word: string): void;
}

function Suggested({ typed, asked, onTap }: SuggestedProps) {
  const { data } = useQuery({ ...suggestions(asked), placeholderData: keepPreviousData });
  return (
    <View className={css.suggested}>
      <Row text={`搜索“${typed}”`} onTap={() => onTap(typed)} />
      {data?.isNear && <Text className={css.near}>你是不是想找</Text>}
      {data?.items.map(({ text }) => (
        <Row key={text} text={text} onTap={() => onTap(text)} />
      ))}
    </View>
  );
}

function Row({ text, onTap }: { text: string; onTap(): void }) {
  return (
    <View className={css.row} role="button" onClick={onTap}>
      <Icon name="search" size={16} />
      <View className={css.words}>{text}</View>
      <Icon name="right" size={16} />
    </View>
  );
}

function History({ words, onTap, onClear }: { words: string[]; onTap(word: string): void; onClear(): void }) {
  return (
    <View className={css.history}>
      <View className={css.head}>
        <Text className={css.title}>最近搜过</Text>
        <View className={css.clear} role="button" aria-label="清空最近搜过" onClick={onClear}>
          <Icon name="trash" size={18} />
        </View>
      </View>
      <View className={css.chips}>
        {words.map((word) => (
          <View key={word} className={css.chip}>
            <Chip onTap={() => onTap(word)}>
              <Text className={css.chipText}>{word}</Text>
            </Chip>
          </View>
        ))}
      </View>
    </View>
  );
}

function Hot({ words, onTap }: { words: HotWords['items']; onTap(word: string): void }) {
  return (
    <View className={css.hot}>
      <Text className={css.title}>大家在找</Text>
      <View className={css.chips}>
        {words.map(({ word, badge }, index) => (
          <View key={word} className={css.hotWord} role="button" onClick={() => onTap(word)}>
            <Text className={index < 3 ? css.rankTop : css.rank}>{index + 1}</Text>
            <View className={css.hotText}>{word}</View>
            {badge && <Tag tone={badge === 'hot' ? 'primary' : 'neutral'}>{badge === 'hot' ? '热' : '新'}</Tag>}
          </View>
        ))}
      </View>
    </View>
  );
}
