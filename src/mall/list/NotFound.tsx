import { View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { BEST_SELLERS } from '@/blocks/bestSellers';
import { ProductsBlock } from '@/blocks/ProductsBlock';
import { Chip } from '@/components/Chip';
import { Empty } from '@/components/Empty';
import nonePicture from '../pictures/none.png';
import { RecentlyViewed } from '../RecentlyViewed';
import { suggestions } from '../suggestions';
import css from './NotFound.module.scss';

interface NotFoundProps {
  q: string;
  scopeName: string;
  isFiltered: boolean;
  onUnfilter(): void;
  onWiden(): void;
  onSearch(word: string): void;
}

/** A list without products, with the way out that helps most: no filter, the whole shop, near words, what others buy. */
export function NotFound({ q, scopeName, isFiltered, onUnfilter, onWiden, onSearch }: NotFoundProps) {
  const canWiden = Boolean(q && scopeName);
  const near = useQuery({ ...suggestions(q), enabled: q !== '' && !isFiltered });
  const action = isFiltered
    ? { text: '清空筛选', onTap: onUnfilter }
    : canWiden
      ? { text: '在全店找', onTap: onWiden }
      : undefined;
  const text = isFiltered
    ? '也许只是被筛选条件挡住了'
    : canWiden
      ? `“${scopeName}”里没有，全店也许有`
      : '换个词试试，或者看看大家在买什么';
  return (
    <>
      <Empty picture={nonePicture} title={q ? `没找到“${q}”` : '这里还没摆货'} text={text} action={action} />
      {near.data && near.data.items.length > 0 && (
        <View className={css.words}>
          {near.data.items.map((item) => (
            <View key={item.text} className={css.word}>
              <Chip onTap={() => onSearch(item.text)}>{item.text}</Chip>
            </View>
          ))}
        </View>
      )}
      {!isFiltered && <RecentlyViewed />}
      <ProductsBlock {...BEST_SELLERS} title="大家都在买" />
    </>
  );
}
