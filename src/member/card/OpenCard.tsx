import { useState } from 'react';
import { Image, Text, View } from '@tarojs/components';
import type { Member } from '@/api/members';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Consent } from '@/components/Consent';
import look from '../../components/Button.module.scss';
import { to } from '@/lib/routes';
import { platform } from '@/platform';
import { PhoneButton } from '@/platform/PhoneButton';
import wheat from '../pictures/wheat.png';
import { useOpening } from './useOpening';
import css from './OpenCard.module.scss';

const LABEL = '一键开卡';

/** One tap where the super-app vouches for the number, or where it was proven before; else it is proven first. */
export function OpenCard({ member }: { member: Member }) {
  return (
    <Card>
      <View className={css.card}>
        <Image className={css.picture} src={wheat} mode="aspectFit" />
        <Text className={css.title}>开一张会员卡</Text>
        <Text className={css.text}>不要钱。微信、支付宝、抖音和网页上是同一张，成长值和等级都在一起。</Text>
        {member.maskedPhone === null ? <WithPhone /> : <WithoutPhone maskedPhone={member.maskedPhone} />}
      </View>
    </Card>
  );
}

function WithoutPhone({ maskedPhone }: { maskedPhone: string }) {
  const { isBusy, open } = useOpening();
  return (
    <View className={css.way}>
      <Button kind="primary" isBlock isBusy={isBusy} onTap={() => open(null)}>
        {LABEL}
      </Button>
      <Text className={css.note}>用 {maskedPhone} 开卡</Text>
    </View>
  );
}

/** The super-app is asked only after the consent: its own question comes at once. */
function WithPhone() {
  const [hasAgreed, setHasAgreed] = useState(false);
  const { isBusy, open } = useOpening();
  if (!platform.has('phone')) {
    return (
      <View className={css.way}>
        <Button kind="primary" isBlock onTap={to.phone}>
          验证手机号，再开卡
        </Button>
      </View>
    );
  }
  return (
    <View className={css.way}>
      {hasAgreed && !isBusy ? (
        <PhoneButton
          className={css.native!}
          label={LABEL}
          onProof={open}
          onFail={(status) => {
            if (status === 'cancelled') return;
            platform.toast('没有取得手机号，试试短信验证码');
            to.phone();
          }}
        >
          <View className={`${look.button} ${look.m} ${look.primary} ${look.block}`}>{LABEL}</View>
        </PhoneButton>
      ) : (
        <Button kind="primary" isBlock isBusy={isBusy} onTap={() => platform.toast('请先看过隐私说明，并勾选同意')}>
          {LABEL}
        </Button>
      )}
      <Button kind="text" isBlock onTap={to.phone}>
        用短信验证码
      </Button>
      <Consent hasAgreed={hasAgreed} onTap={() => setHasAgreed(!hasAgreed)} />
    </View>
  );
}
