import { useState } from 'react';
import { Input, View } from '@tarojs/components';
import { useQueryClient } from '@tanstack/react-query';
import { claimByCode } from '@/api/coupons';
import { Button } from '@/components/Button';
import { hasCode } from '@/lib/apiError';
import { keys } from '@/lib/queryKeys';
import { randomId } from '@/lib/randomId';
import { useOneChange } from '@/lib/useOneChange';
import { platform } from '@/platform';
import css from './index.module.scss';

/** A word that somebody was told gives a coupon. */
export function CodeField({ onClaimed }: { onClaimed(): void }) {
  const client = useQueryClient();
  const [code, setCode] = useState('');
  const { busy, run } = useOneChange();
  const claim = () =>
    run('code', async () => {
      const word = code.trim();
      if (!/^[A-Za-z0-9\u4e00-\u9fff-]{2,20}$/.test(word)) {
        platform.toast('口令是 2 到 20 个字，没有空格');
        return;
      }
      try {
        await claimByCode(word, randomId());
      } catch (error) {
        if (!hasCode(error, 'not_found')) throw error;
        platform.toast('没有这个口令，核对一下再试');
        return;
      }
      setCode('');
      platform.toast('领到了，下单时自动用上');
      await client.invalidateQueries({ queryKey: keys.coupons });
      onClaimed();
    });
  return (
    <View className={css.code}>
      <Input
        className={css.entry}
        placeholderClass={css.hint}
        value={code}
        maxlength={20}
        placeholder="输入口令"
        onInput={(event) => setCode(event.detail.value)}
      />
      <Button kind="primary" size="s" isBusy={busy === 'code'} onTap={() => void claim()}>
        兑换
      </Button>
    </View>
  );
}
