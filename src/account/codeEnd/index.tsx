import { useRouter } from '@tarojs/taro';
import { Empty } from '@/components/Empty';
import { Page } from '@/components/Page';
import { to } from '@/lib/routes';
import picture from '../pictures/history.png';

const WORDS = {
  expired: { title: '这个码过期了', text: '它带来的活动已经结束，店里还有别的好东西' },
  revoked: { title: '这个码停用了', text: '店家把它收起来了，店里一切照常' },
};

/** Where a code ends that leads nowhere any more. */
export default function CodeEnd() {
  const state = useRouter().params.state === 'revoked' ? 'revoked' : 'expired';
  const { title, text } = WORDS[state];
  return (
    <Page title="扫码">
      <Empty picture={picture} title={title} text={text} action={{ text: '去店里逛逛', onTap: to.home }} />
    </Page>
  );
}
