import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { getPhone } from '@/api/phones';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Consent } from '@/components/Consent';
import { ErrorState } from '@/components/ErrorState';
import { Page } from '@/components/Page';
import { PrivacySheet } from '@/components/PrivacySheet';
import { SkeletonBox } from '@/components/SkeletonBox';
import { keys } from '@/lib/queryKeys';
import { useRefresh } from '@/lib/useRefresh';
import { platform } from '@/platform';
import { Passage } from '../Passage';
import { OneTap } from './OneTap';
import { SmsForm } from './SmsForm';
import { useBinding } from './useBinding';
import css from './index.module.scss';

const WHY = [
  '在微信、支付宝、抖音和网页上验证同一个号码，购物袋、订单、收藏和地址就合在一起，换了手机也找得回来。',
  '号码只用来认出你，不打推销电话。',
];

/** Critical: the number that is verified already. */
export default function PhonePage() {
  const { data, error, refetch } = useQuery({ queryKey: keys.phone, queryFn: getPhone });
  const [isChanging, setIsChanging] = useState(false);
  useRefresh(keys.phone);
  if (!data) {
    return (
      <Page title="手机号">{error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Waiting />}</Page>
    );
  }
  return (
    <Page title="手机号">
      {data.maskedPhone && <Verified maskedPhone={data.maskedPhone} />}
      {data.maskedPhone && !isChanging ? (
        <View className={css.change}>
          <Button kind="plain" isBlock onTap={() => setIsChanging(true)}>
            换一个号码
          </Button>
        </View>
      ) : (
        <Verify isChange={data.maskedPhone !== null} onDone={() => setIsChanging(false)} />
      )}
      <Passage title="验证手机号有什么用" lines={WHY} />
      <PrivacySheet />
    </Page>
  );
}

function Verified({ maskedPhone }: { maskedPhone: string }) {
  return (
    <Card>
      <View className={css.verified}>
        <Text className={css.state}>已验证</Text>
        <Text className={css.number}>{maskedPhone}</Text>
      </View>
    </Card>
  );
}

/** The super-app's one tap first, where there is one; a code by SMS everywhere. */
function Verify({ isChange, onDone }: { isChange: boolean; onDone(): void }) {
  const [hasAgreed, setHasAgreed] = useState(false);
  const [isTyping, setIsTyping] = useState(!platform.has('phone'));
  const binding = useBinding(onDone);
  return (
    <Card>
      <View className={css.verify}>
        <Text className={css.title}>{isChange ? '验证新的号码' : '验证手机号'}</Text>
        {isTyping ? (
          <SmsForm hasAgreed={hasAgreed} binding={binding} />
        ) : (
          <OneTap hasAgreed={hasAgreed} binding={binding} onType={() => setIsTyping(true)} />
        )}
        <Consent hasAgreed={hasAgreed} onTap={() => setHasAgreed(!hasAgreed)} />
      </View>
    </Card>
  );
}

function Waiting() {
  return (
    <View className={css.waiting}>
      <SkeletonBox height={160} radius={16} />
    </View>
  );
}
