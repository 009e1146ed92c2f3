import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { productList } from '@/api/productList';
import { Card } from '@/components/Card';
import { Chip } from '@/components/Chip';
import { ErrorState } from '@/components/ErrorState';
import { ListEnd } from '@/components/ListEnd';
import { RowsSkeleton } from '@/components/RowsSkeleton';
import { SectionHead } from '@/components/SectionHead';
import { SearchField } from './SearchField';
import { ShelfRow } from './ShelfRow';
import css from './Shelf.module.scss';

const SORTS = [
  { sort: 'sales', name: '热销' },
  { sort: 'new', name: '新到' },
] as const;
type Sort = (typeof SORTS)[number]['sort'];

/** Goods to pass on, each with what it may earn. */
export function Shelf({ commissionPermille }: { commissionPermille: number }) {
  const [sort, setSort] = useState<Sort>('sales');
  const [q, setQ] = useState('');
  const list = useInfiniteQuery(productList({ sort, ...(q && { q }) }));
  const goods = list.data?.pages.flatMap(({ items }) => items);
  const more = () => {
    if (list.hasNextPage && !list.isFetching) void list.fetchNextPage();
  };
  useReachBottom(more);
  return (
    <>
      <View className={css.head}>
        <SectionHead title="选品分享" subtitle="发给顾客，成交算你的" />
        <SearchField onSearch={setQ} />
        <View className={css.chips}>
          {SORTS.map((one) => (
            <View key={one.sort} className={css.chip}>
              <Chip isOn={one.sort === sort} onTap={() => setSort(one.sort)}>
                {one.name}
              </Chip>
            </View>
          ))}
        </View>
      </View>
      {!goods && list.error && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {!goods && !list.error && (
        <Card>
          <RowsSkeleton count={3} />
        </Card>
      )}
      {goods?.length === 0 && (
        <Text className={css.none}>{q ? `没有找到“${q}”，换个词试试` : '店里还没有上架的商品'}</Text>
      )}
      {goods && goods.length > 0 && (
        <>
          <Card>
            {goods.map((product) => (
              <ShelfRow key={product.id} product={product} commissionPermille={commissionPermille} />
            ))}
          </Card>
          <ListEnd
            hasMore={list.hasNextPage}
            isLoading={list.isFetchingNextPage}
            {...(list.isFetchNextPageError && { onRetry: more })}
          />
        </>
      )}
    </>
  );
}
