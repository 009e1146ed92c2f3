import { useQuery } from '@tanstack/react-query';
import { Text, View } from '@tarojs/components';
import type { BlockOf, LinkTarget } from '@jishi/contract/layouts';
import { listCategories } from '@/api/products';
import { Card } from '@/components/Card';
import { CategoryIcon } from '@/components/CategoryIcon';
import { SkeletonBox } from '@/components/SkeletonBox';
import { productKeys } from '@/lib/productCache';
import { STALE } from '@/lib/queries';
import { followLink } from './followLink';
import css from './NavGridBlock.module.scss';

type Columns = BlockOf<'navGrid'>['props']['columns'];

const COLUMNS = { 3: css.three, 4: css.four, 5: '' } as const;

interface Entrance {
  key: string;
  imageUrl: string | null;
  text: string;
  link: LinkTarget;
}

export function NavGridBlock({ source, columns }: BlockOf<'navGrid'>['props']) {
  if (source.from === 'categories') return <CategoryGrid limit={source.limit} columns={columns} />;
  const entrances = source.items.map((item, index) => ({
    key: String(index),
    imageUrl: item.picture.url,
    text: item.text,
    link: item.link,
  }));
  return <Grid entrances={entrances} count={entrances.length} columns={columns} />;
}

/** Deferred: without an answer the grid leaves quietly, the category tab is still there. */
function CategoryGrid({ limit, columns }: { limit: number; columns: Columns }) {
  const { data, isPending } = useQuery({
    queryKey: productKeys.categories,
    queryFn: listCategories,
    staleTime: STALE.catalogue,
  });
  if (!isPending && (!data || data.items.length === 0)) return null;
  const entrances = data?.items.slice(0, limit).map(({ slug, name, imageUrl }) => ({
    key: slug,
    imageUrl,
    text: name,
    link: { type: 'category', slug } as const,
  }));
  return <Grid entrances={entrances ?? null} count={limit} columns={columns} />;
}

/**
 * One frame for both states (null: still waiting for `count` of them): a frame of its own for each would be a new
 * child of the page, and a new child makes Taro send every block after it once more.
 */
function Grid({
  entrances,
  count,
  columns,
}: {
  entrances: readonly Entrance[] | null;
  count: number;
  columns: Columns;
}) {
  return (
    <Card>
      <View className={`${css.grid} ${COLUMNS[columns] ?? ''}`}>
        {!entrances && <WaitingCells count={count} />}
        {entrances?.map(({ key, imageUrl, text, link }) => (
          <View key={key} className={css.cell} role="link" onClick={() => followLink(link)}>
            <CategoryIcon name={text} imageUrl={imageUrl} />
            <Text className={css.text}>{text}</Text>
          </View>
        ))}
      </View>
    </Card>
  );
}

function WaitingCells({ count }: { count: number }) {
  return (
    <>
      {Array.from({ length: count }, (_, index) => (
        <View key={index} className={css.cell}>
          <SkeletonBox width={44} height={44} radius={22} />
          <View className={css.text}>
            <SkeletonBox width={40} height={12} radius={4} />
          </View>
        </View>
      ))}
    </>
  );
}
