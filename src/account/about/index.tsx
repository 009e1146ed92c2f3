import { Text, View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { getShop } from '@/api/shop';
import { Card } from '@/components/Card';
import { Cell } from '@/components/Cell';
import { Page } from '@/components/Page';
import { STALE } from '@/lib/queries';
import { keys } from '@/lib/queryKeys';
import { VERSION } from '@/lib/version';
import css from './index.module.scss';

/** What the storefront is made of; the whole list is in the file NOTICE of its source. */
const LICENCES = [
  { name: 'Taro', licence: 'MIT' },
  { name: 'React', licence: 'MIT' },
  { name: 'TanStack Query', licence: 'MIT' },
  { name: 'zustand', licence: 'MIT' },
  { name: 'Tabler Icons', licence: 'MIT' },
  { name: 'Fluent Emoji', licence: 'MIT' },
];

/** The shop's name is deferred: the page stands without it. */
export default function About() {
  const { data } = useQuery({ queryKey: keys.shop, queryFn: getShop, staleTime: STALE.shop });
  const name = data?.name ?? '集市';
  return (
    <Page title="关于">
      <View className={css.head}>
        <View className={css.mark}>
          <Text className={css.letter}>{name.slice(0, 1)}</Text>
        </View>
        <Text className={css.name}>{name}</Text>
        <Text className={css.version}>版本 {VERSION}</Text>
      </View>
      <Card>
        <View className={css.title}>用到的开源作品</View>
        {LICENCES.map(({ name: work, licence }) => (
          <Cell key={work} label={work} value={`${licence} 许可`} />
        ))}
      </Card>
      <View className={css.thanks}>本店由开源商城“集市 Jishi”搭建，以 MIT 许可发布</View>
    </Page>
  );
}
