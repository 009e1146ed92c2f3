import { Text, View } from '@tarojs/components';
import { STAFF_TARGETS } from '@jishi/contract/plain/staff';
import type { StaffCode } from '@/api/staff';
import { Button } from '@/components/Button';
import { Picture } from '@/components/Picture';
import { to } from '@/lib/routes';
import { StaffIcon } from '../StaffIcon';
import { dayText } from '../timeWords';
import css from './CodeRow.module.scss';

interface CodeRowProps {
  code: StaffCode;
  /** For which store it counts, where a guide has several. */
  storeName: string;
  isBusy: boolean;
  onRevoke(): void;
}

/** One code: where it leads, how often it was scanned, and what can be done with it. */
export function CodeRow({ code, storeName, isBusy, onRevoke }: CodeRowProps) {
  const { target, product, scans, state, createdAt, storeId } = code;
  const isActive = state === 'active';
  // a code of a kind that came with a newer shop can be looked at, not shared from here
  const kind = STAFF_TARGETS.find((known) => known === target.kind);
  const title =
    product?.title ?? (target.kind === 'home' ? '店铺首页' : target.kind === 'category' ? '一个分类' : '商品');
  return (
    <View className={css.row}>
      <View className={isActive ? css.picture : `${css.picture} ${css.faded}`}>
        {product ? (
          <Picture src={product.imageUrl} />
        ) : (
          <View className={css.place}>
            <StaffIcon name={target.kind === 'home' ? 'shop' : 'code'} />
          </View>
        )}
      </View>
      <View className={css.words}>
        <Text className={isActive ? css.title : `${css.title} ${css.over}`}>{title}</Text>
        <Text className={css.hint}>{[storeName, `${dayText(createdAt)}开始用`].filter(Boolean).join(' · ')}</Text>
        <View className={css.foot}>
          <Text className={css.scans}>扫过 {scans} 次</Text>
          {!isActive && <Text className={css.state}>{state === 'revoked' ? '已作废' : '过期了'}</Text>}
          {isActive && (
            <View className={css.actions}>
              <View className={css.revoke}>
                <Button kind="text" size="xs" label={`作废 ${title}`} isBusy={isBusy} onTap={onRevoke}>
                  作废
                </Button>
              </View>
              {kind && (
                <Button
                  kind="soft"
                  size="xs"
                  label={`分享 ${title}`}
                  onTap={() => to.staffShare({ kind, id: target.id }, storeId)}
                >
                  再分享
                </Button>
              )}
            </View>
          )}
        </View>
      </View>
    </View>
  );
}
