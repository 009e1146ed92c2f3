import { Input, Text, View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { platform } from '@/platform';
import { StaffIcon } from '../StaffIcon';
import { codeIn } from './pickupWords';
import type { usePickup } from './usePickup';
import css from './CodeEntry.module.scss';

/** Eight digits, typed or read by the camera. */
export function CodeEntry({ counter }: { counter: ReturnType<typeof usePickup> }) {
  const { code, problem, busy, type, lookUp } = counter;
  const isWhole = /^\d{8}$/.test(code);
  const look = () => {
    if (isWhole) void lookUp(code);
  };
  const scan = async () => {
    const result = await platform.scan();
    if (result.status !== 'ok') {
      if (result.status !== 'cancelled') platform.toast('没有扫成，把取货码输进来也一样');
      return;
    }
    const read = codeIn(result.value);
    if (!read) return platform.toast('这不是取货码，请顾客打开订单里的取货码');
    type(read);
    await lookUp(read);
  };
  return (
    <Card>
      <View className={css.body}>
        <Text className={css.title}>顾客的取货码</Text>
        <Text className={css.text}>在顾客的订单详情里，8 位数字。</Text>
        <View className={problem ? `${css.field} ${css.wrong}` : css.field}>
          <Input
            className={css.input}
            placeholderClass={css.placeholder}
            type="number"
            maxlength={8}
            value={code}
            placeholder="8 位取货码"
            aria-label="取货码"
            confirmType="search"
            onInput={(event) => type(event.detail.value.replace(/\D/g, '').slice(0, 8))}
            onConfirm={look}
          />
        </View>
        {problem && (
          <View className={css.problem} role="alert">
            {problem}
          </View>
        )}
        <View className={css.go}>
          <Button kind="primary" isBlock isDisabled={!isWhole} isBusy={busy === 'lookUp'} onTap={look}>
            查这一单
          </Button>
        </View>
        {platform.has('scan') && (
          <View className={css.scan}>
            <Button kind="plain" isBlock isDisabled={busy !== null} onTap={() => void scan()}>
              <View className={css.icon}>
                <StaffIcon name="scan" size={20} />
              </View>
              扫一扫
            </Button>
          </View>
        )}
      </View>
    </Card>
  );
}
