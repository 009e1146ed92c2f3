import { Text } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { formatFen } from '@jishi/contract/plain/money';
import { listNotices, removeNotice, type Notice } from '@/api/notices';
import { Card } from '@/components/Card';
import { Empty } from '@/components/Empty';
import { ErrorState } from '@/components/ErrorState';
import { Page } from '@/components/Page';
import { keys } from '@/lib/queryKeys';
import { to } from '@/lib/routes';
import { useOneChange } from '@/lib/useOneChange';
import { useRefresh } from '@/lib/useRefresh';
import { platform } from '@/platform';
import { GoodsRow } from '../GoodsRow';
import { LoadingRows } from '../LoadingRows';
import noticesPicture from '../pictures/notices.png';
import css from './index.module.scss';

export default function Notices() {
  return (
    <Page title="到货与降价提醒">
      <List />
    </Page>
  );
}

function List() {
  const client = useQueryClient();
  const { data, error, refetch, isFetched, isStale } = useQuery({
    queryKey: keys.notices(),
    queryFn: () => listNotices(),
  });
  const { run } = useOneChange();
  useRefresh(keys.allNotices);
  useDidShow(() => {
    if (isFetched && isStale) void refetch();
  });
  const remove = (notice: Notice) =>
    run(notice.id, async () => {
      await removeNotice(notice.id);
      await client.invalidateQueries({ queryKey: keys.allNotices });
      platform.toast('不再提醒这一件');
    });

  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingRows />;
  if (data.items.length === 0) {
    return (
      <Empty
        picture={noticesPicture}
        title="没有在等的商品"
        text="卖完的商品可以要到货提醒，收藏里可以要降价提醒"
        action={{ text: '去逛逛', onTap: to.home }}
      />
    );
  }
  return (
    <>
      <Section title="等到了" notices={data.items.filter(({ isDue }) => isDue)} onRemove={remove} />
      <Section title="还在等" notices={data.items.filter(({ isDue }) => !isDue)} onRemove={remove} />
    </>
  );
}

function Section({ title, notices, onRemove }: { title: string; notices: Notice[]; onRemove(notice: Notice): void }) {
  if (notices.length === 0) return null;
  return (
    <>
      <Text className={css.title}>{title}</Text>
      <Card>
        {notices.map((notice) => (
          <GoodsRow
            key={notice.id}
            product={notice.product}
            isOffShelf={notice.state === 'off_shelf'}
            hint={notice.isDue ? notice.optionText : waitText(notice)}
            news={notice.isDue ? newsText(notice) : undefined}
            fen={notice.nowFen}
            removeLabel="不再提醒"
            onRemove={() => onRemove(notice)}
          />
        ))}
      </Card>
    </>
  );
}

function newsText({ kind, askedFen, nowFen }: Notice): string {
  return kind === 'restock' ? '到货了，手快有' : `降了 ¥${formatFen(askedFen - nowFen)}`;
}

function waitText({ kind, askedFen, optionText }: Notice): string {
  const wish = kind === 'restock' ? '等到货' : `等它低于 ¥${formatFen(askedFen)}`;
  return optionText ? `${optionText} · ${wish}` : wish;
}
