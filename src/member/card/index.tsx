import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useQuery } from '@tanstack/react-query';
import { listLevelMoves } from '@/api/members';
import { ErrorState } from '@/components/ErrorState';
import { Page } from '@/components/Page';
import { PrivacySheet } from '@/components/PrivacySheet';
import { SkeletonBox } from '@/components/SkeletonBox';
import { keys } from '@/lib/queryKeys';
import { useRefresh } from '@/lib/useRefresh';
import { memberQuery } from '../keptCard';
import { levelOf } from '../progress';
import { Benefits } from './Benefits';
import { CardFace } from './CardFace';
import { Levels } from './Levels';
import { Moves } from './Moves';
import { OpenCard } from './OpenCard';
import { TillCode } from './TillCode';
import css from './index.module.scss';

/** Critical: the card, which a phone that has shown it once keeps. Why a level changed may fail quietly. */
export default function MemberCardPage() {
  const { data: member, error, isFetched, refetch } = useQuery(memberQuery());
  const card = member?.card;
  const moves = useQuery({ queryKey: keys.levelMoves, queryFn: listLevelMoves, enabled: Boolean(card) });
  useRefresh(keys.member, keys.tillCode, keys.levelMoves);
  // back from the page on which a number is verified
  useDidShow(() => {
    if (isFetched) void refetch();
  });
  return (
    <Page title="会员卡">
      {!member && (error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Waiting />)}
      {member && !card && <OpenCard member={member} />}
      {member && card && (
        <>
          <View className={css.top}>
            <CardFace member={member} card={card} />
            <TillCode />
          </View>
          <Benefits level={levelOf(member, card)} />
        </>
      )}
      {member && <Levels levels={member.levels} levelId={card?.levelId ?? null} />}
      {card && moves.data && <Moves moves={moves.data} />}
      <PrivacySheet />
    </Page>
  );
}

function Waiting() {
  return (
    <View className={css.waiting}>
      <SkeletonBox height={184} radius={20} />
      <View className={css.gap}>
        <SkeletonBox height={320} radius={20} />
      </View>
    </View>
  );
}
