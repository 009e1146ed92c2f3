import type { ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import { formatFen } from '@jishi/contract/plain/money';
import type { Aftersale } from '@/api/aftersales';
import type { ShopTerms } from '@/api/shop';
import { Card } from '@/components/Card';
import { Cell } from '@/components/Cell';
import { ContactCell } from '@/components/ContactCell';
import { Picture } from '@/components/Picture';
import { shared, to } from '@/lib/routes';
import { timeText } from '../orderWords';
import { KIND_WORDS, REASON_WORDS } from '../aftersaleWords';
import { AftersaleGoods } from '../AftersaleGoods';
import css from './Facts.module.scss';

/** The goods with what comes back for each, and the sum. */
export function Amounts({ aftersale: { lines, shippingFen, totalFen, state } }: { aftersale: Aftersale }) {
  return (
    <Card>
      <View className={css.goods}>
        {lines.map((line) => (
          <AftersaleGoods key={line.skuId} line={line}>
            ×{line.quantity}
            <Text className={css.fen}>¥{formatFen(line.fen)}</Text>
          </AftersaleGoods>
        ))}
      </View>
      {shippingFen > 0 && <Cell label="运费" value={`¥${formatFen(shippingFen)}`} />}
      <Cell
        label={state === 'done' ? '已退金额' : '退款金额'}
        value={<Text className={css.total}>¥{formatFen(totalFen)}</Text>}
      />
    </Card>
  );
}

/** What was said when it was asked for, and what one looks up later. */
export function Facts({ aftersale, contact }: { aftersale: Aftersale; contact: ShopTerms['contact'] | undefined }) {
  const { id, orderId, kind, reason, description, pictures, createdAt } = aftersale;
  return (
    <Card>
      <View className={css.facts}>
        <Fact name="退款方式">{KIND_WORDS[kind]}</Fact>
        <Fact name="原因">{REASON_WORDS[reason]}</Fact>
        {description !== '' && <Fact name="说明">{description}</Fact>}
        {pictures.length > 0 && (
          <View className={css.pictures}>
            {pictures.map((picture) => (
              <View key={picture.id} className={css.picture}>
                <Picture src={picture.url} alt="凭证图片" />
              </View>
            ))}
          </View>
        )}
        <Fact name="申请时间">{timeText(createdAt)}</Fact>
        <Fact name="售后单号">{id}</Fact>
      </View>
      <Cell label="订单" value={orderId} onTap={() => to.order(orderId)} />
      {contact && <ContactCell contact={contact} about={{ title: `售后 ${id}`, path: shared.order(orderId) }} />}
    </Card>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <View className={css.fact}>
      <Text className={css.name}>{name}</Text>
      <Text className={css.value} selectable>
        {children}
      </Text>
    </View>
  );
}
