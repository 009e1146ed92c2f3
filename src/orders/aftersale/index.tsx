import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { useDidShow, useRouter } from '@tarojs/taro';
import { useQuery } from '@tanstack/react-query';
import type { AftersaleState } from '@jishi/contract/plain/aftersales';
import { getAftersale, type Aftersale } from '@/api/aftersales';
import { getShop, getShopTerms } from '@/api/shop';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { ErrorState } from '@/components/ErrorState';
import { Icon, type IconName } from '@/components/Icon';
import { Page } from '@/components/Page';
import { SkeletonBox } from '@/components/SkeletonBox';
import { STALE } from '@/lib/queries';
import { keys } from '@/lib/queryKeys';
import { useRefresh } from '@/lib/useRefresh';
import { MessageOffer } from '../MessageOffer';
import { headWords, moveText } from '../aftersaleWords';
import { Steps } from '../Steps';
import { Amounts, Facts } from './Facts';
import { ParcelSheet } from './ParcelSheet';
import { ReturnCard } from './ReturnCard';
import { useAftersaleActions } from './useAftersaleActions';
import css from './index.module.scss';

const HEAD_ICONS: Record<AftersaleState, IconName> = {
  requested: 'history',
  approved: 'carton',
  returning: 'truck',
  received: 'wallet',
  refunding: 'wallet',
  done: 'check',
  rejected: 'close',
  withdrawn: 'close',
};

/** Critical: the request. Deferred: the shop's clock, and whom to ask. */
export default function AftersaleDetail() {
  const aftersaleId = useRouter().params.id ?? '';
  const request = useQuery({ queryKey: keys.aftersale(aftersaleId), queryFn: () => getAftersale(aftersaleId) });
  const shop = useQuery({ queryKey: keys.shop, queryFn: getShop, staleTime: STALE.shop });
  const terms = useQuery({ queryKey: keys.shopTerms, queryFn: getShopTerms, staleTime: STALE.shop });
  const actions = useAftersaleActions(aftersaleId);
  const [isSending, setIsSending] = useState(false);
  useRefresh(keys.aftersale(aftersaleId));
  useDidShow(() => {
    if (request.isFetched && request.isStale) void request.refetch();
  });

  if (!request.data) {
    return (
      <Page title="售后详情">
        {request.isError ? <ErrorState error={request.error} onRetry={() => void request.refetch()} /> : <Loading />}
      </Page>
    );
  }
  const aftersale = request.data;
  const { title, text } = headWords(aftersale, Date.now() + (shop.data?.serverOffsetMs ?? 0));
  const bar = barOf(aftersale, actions, () => setIsSending(true));
  return (
    <Page title="售后详情" {...(bar && { bottomBar: bar })}>
      <View className={css.head}>
        <View className={css.headWords}>
          <Text className={css.title}>{title}</Text>
          <Text className={css.text}>{text}</Text>
        </View>
        <View className={css.headIcon}>
          <Icon name={HEAD_ICONS[aftersale.state]} size={28} />
        </View>
      </View>
      <View className={css.body}>
        {aftersale.answer !== '' && (
          <Card>
            <View className={css.answer}>
              <Text className={css.answerName}>店家说</Text>
              <Text className={css.answerText}>{aftersale.answer}</Text>
            </View>
          </Card>
        )}
        <ReturnCard aftersale={aftersale} />
        {!['done', 'rejected', 'withdrawn'].includes(aftersale.state) && (
          <MessageOffer moment="aftersale" title="退款提醒" text="钱退回时告诉你" thanks="好，钱退回就告诉你" />
        )}
        <Amounts aftersale={aftersale} />
        <Card>
          <View className={css.trail}>
            <Steps
              isFresh
              steps={aftersale.moves.map((move) => ({ text: moveText(move, aftersale.kind), at: move.at }))}
            />
          </View>
        </Card>
        <Facts aftersale={aftersale} contact={terms.data?.contact} />
      </View>
      {isSending && (
        <ParcelSheet
          isOpen
          parcel={aftersale.parcel}
          isBusy={actions.busy === 'parcel'}
          onClose={() => setIsSending(false)}
          onSend={(parcel) => void actions.sendParcel(parcel).then((isDone) => isDone && setIsSending(false))}
        />
      )}
    </Page>
  );
}

/** What can be done with it as it stands; nothing leaves the page without a bar. */
function barOf({ state, kind }: Aftersale, actions: ReturnType<typeof useAftersaleActions>, onParcel: () => void) {
  const canWithdraw = state === 'requested' || (state === 'approved' && kind === 'return');
  const canSend = (state === 'approved' && kind === 'return') || state === 'returning';
  if (!canWithdraw && !canSend) return null;
  return (
    <View className={css.actions}>
      {canWithdraw && (
        <Button kind="plain" isBusy={actions.busy === 'withdraw'} onTap={() => void actions.withdraw()}>
          撤销申请
        </Button>
      )}
      {canSend && (
        <View className={css.action}>
          <Button kind={state === 'returning' ? 'plain' : 'primary'} onTap={onParcel}>
            {state === 'returning' ? '更正单号' : '填快递单号'}
          </Button>
        </View>
      )}
    </View>
  );
}

function Loading() {
  return (
    <View className={css.loading}>
      <SkeletonBox width="50%" height={32} />
      <View className={css.space} />
      <SkeletonBox height={140} radius={16} />
      <View className={css.space} />
      <SkeletonBox height={180} radius={16} />
    </View>
  );
}
