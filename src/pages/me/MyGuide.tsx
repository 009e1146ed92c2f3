import { View } from '@tarojs/components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { myGuideQuery, setGuideConsent, type MyGuide as Guide } from '@/api/guide';
import { Cell } from '@/components/Cell';
import { GuideCard } from '@/components/GuideCard';
import { keys } from '@/lib/queryKeys';
import { useOneChange } from '@/lib/useOneChange';
import css from './MyGuide.module.scss';

/** The shopper's guide, and whether that guide may see them; absent where there is none, or it is not known. */
export function MyGuide() {
  const client = useQueryClient();
  const { data } = useQuery(myGuideQuery);
  const { run } = useOneChange();
  if (!data?.guide) return null;
  const { guide, isAgreed } = data;
  const show = (agreed: boolean) => client.setQueryData<Guide>(keys.myGuide, { guide, isAgreed: agreed });
  const toggle = () =>
    run('consent', async () => {
      show(!isAgreed);
      try {
        show((await setGuideConsent(!isAgreed)).isAgreed);
      } catch (error) {
        show(isAgreed);
        throw error;
      }
    });
  return (
    <GuideCard {...guide}>
      <View className={css.consent}>
        <Cell label="让导购看到我" hint="只看到打码的称呼和电话、买过几次，随时可以关">
          <View
            className={isAgreed ? `${css.switch} ${css.on}` : css.switch}
            role="switch"
            aria-label="让导购看到我"
            aria-checked={isAgreed}
            onClick={() => void toggle()}
          >
            <View className={css.knob} />
          </View>
        </Cell>
      </View>
    </GuideCard>
  );
}
