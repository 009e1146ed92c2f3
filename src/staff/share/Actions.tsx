import { Text, View } from '@tarojs/components';
import { formatFen } from '@jishi/contract/plain/money';
import { BottomBar } from '@/components/BottomBar';
import { Button } from '@/components/Button';
import { useOneChange } from '@/lib/useOneChange';
import { platform } from '@/platform';
import { ShareButton } from '@/platform/ShareButton';
import type { SharedPage } from '@/platform/sharedPage';
import { StaffIcon } from '../StaffIcon';
import { savePoster } from './savePoster';
import css from './Actions.module.scss';

interface ActionsProps {
  page: SharedPage;
  /** `url`: of the code; without it there is nothing to copy yet. */
  words: { title: string; priceFen: number | null; url: string | undefined };
  posterUrl: string | undefined;
}

/** The ways to a customer: a card, the poster in the album, words and a link. */
export function Actions({ page, words, posterUrl }: ActionsProps) {
  const { busy, run } = useOneChange();
  const { url } = words;
  return (
    <BottomBar>
      {platform.has('saveImage') && (
        <View className={css.quiet}>
          <Button
            kind="plain"
            isBlock
            isDisabled={!posterUrl}
            isBusy={busy !== null}
            onTap={() => void run('save', () => savePoster(posterUrl!))}
          >
            存图片
          </Button>
        </View>
      )}
      <View className={css.quiet}>
        <Button kind="plain" isBlock isDisabled={!url} onTap={() => void copy(words)}>
          复制链接
        </Button>
      </View>
      {url ? (
        <ShareButton className={css.send!} page={page}>
          <StaffIcon name="chat" size={18} />
          <Text className={css.word}>发给顾客</Text>
        </ShareButton>
      ) : (
        <View className={`${css.send} ${css.off}`}>发给顾客</View>
      )}
    </BottomBar>
  );
}

async function copy({ title, priceFen, url }: ActionsProps['words']): Promise<void> {
  const text = priceFen === null ? title : `${title} ¥${formatFen(priceFen).replace(/\.00$/, '')}`;
  const { status } = await platform.copyText(`${text}\n${url}`);
  // WeChat says so itself
  if (status === 'ok' && platform.name !== 'weapp') platform.toast('文案和链接复制好了');
  if (status !== 'ok') platform.toast('没有复制成功，再试一次');
}
