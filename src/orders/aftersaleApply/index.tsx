import { useState } from 'react';
import { Text, Textarea, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useQuery } from '@tanstack/react-query';
import { MAX_DESCRIPTION_LENGTH, type AftersaleKind } from '@jishi/contract/plain/aftersales';
import { getOrderAftersales, type OrderAftersales } from '@/api/aftersales';
import { getOrder, type Order } from '@/api/orders';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Cell } from '@/components/Cell';
import { Chip } from '@/components/Chip';
import { Empty } from '@/components/Empty';
import { ErrorState } from '@/components/ErrorState';
import { Page } from '@/components/Page';
import { Price } from '@/components/Price';
import { PrivacySheet } from '@/components/PrivacySheet';
import { SkeletonBox } from '@/components/SkeletonBox';
import { Stepper } from '@/components/Stepper';
import { keys } from '@/lib/queryKeys';
import { to } from '@/lib/routes';
import { useRefresh } from '@/lib/useRefresh';
import orderPicture from '../pictures/order.png';
import { KIND_WORDS, REASON_WORDS } from '../aftersaleWords';
import { AftersaleGoods } from '../AftersaleGoods';
import { AmountCard } from './AmountCard';
import { EvidenceGrid } from './EvidenceGrid';
import { ReasonSheet } from './ReasonSheet';
import { useApply } from './useApply';
import css from './index.module.scss';

const KIND_HINTS: Record<AftersaleKind, string> = {
  refund: '没收到货，或还没发货',
  return: '收到了货，寄回再退',
};

/** Critical: the order, and what of it can still be asked back. */
export default function ApplyAftersale() {
  const orderId = useRouter().params.order ?? '';
  const order = useQuery({ queryKey: keys.order(orderId), queryFn: () => getOrder(orderId) });
  const options = useQuery({
    queryKey: keys.orderAftersales(orderId),
    queryFn: () => getOrderAftersales(orderId),
  });
  useRefresh(keys.order(orderId));
  if (order.data && options.data) {
    if (options.data.kinds.length === 0) return <Nothing orderId={orderId} />;
    return <Form order={order.data} options={options.data} />;
  }
  const error = order.error ?? options.error;
  const retry = () => {
    void order.refetch();
    void options.refetch();
  };
  return <Page title="申请退款">{error ? <ErrorState error={error} onRetry={retry} /> : <Loading />}</Page>;
}

function Form({ order, options }: { order: Order; options: OrderAftersales }) {
  const apply = useApply(order, options);
  const [isChoosing, setIsChoosing] = useState(false);
  const { kind, reason, description, worth, totalFen, isPricing } = apply;
  const bar = (
    <>
      <View className={css.due}>
        {worth && totalFen !== null && (
          <>
            <Text className={css.dueWord}>退款</Text>
            <Price fen={totalFen} size="l" />
          </>
        )}
      </View>
      <Button
        kind="primary"
        size="l"
        isBusy={apply.isBusy || (isPricing && Boolean(worth))}
        onTap={() => void apply.submit()}
      >
        提交申请
      </Button>
    </>
  );
  return (
    <Page title="申请退款" bottomBar={bar}>
      {options.kinds.length > 1 && (
        <Card>
          <View className={css.kinds}>
            {options.kinds.map((one) => (
              <View key={one} className={css.kind}>
                <Chip isOn={one === kind} onTap={() => apply.chooseKind(one)}>
                  {KIND_WORDS[one]}
                </Chip>
                <Text className={css.kindHint}>{KIND_HINTS[one]}</Text>
              </View>
            ))}
          </View>
        </Card>
      )}
      <Card>
        <View className={css.goods}>
          {order.lines.map((line) => {
            const left = options.lines.find(({ skuId }) => skuId === line.skuId)?.leftUnits ?? 0;
            return (
              <AftersaleGoods key={line.skuId} line={line} isFaded={left === 0}>
                {left === 0 ? (
                  '已申请过'
                ) : (
                  <View className={css.units}>
                    <Text className={css.left}>可退 {left} 件</Text>
                    <Stepper
                      value={apply.units[line.skuId] ?? 0}
                      min={0}
                      max={left}
                      onChange={(units) => apply.setUnits(line.skuId, units)}
                    />
                  </View>
                )}
              </AftersaleGoods>
            );
          })}
        </View>
      </Card>
      <Card>
        <Cell
          label="原因"
          value={reason ? REASON_WORDS[reason] : kind ? '请选择' : '先选退款方式'}
          {...(kind && { onTap: () => setIsChoosing(true) })}
        />
      </Card>
      <AmountCard apply={apply} />
      <Card>
        <View className={css.words}>
          <Textarea
            className={css.text}
            placeholderClass={css.placeholder}
            maxlength={MAX_DESCRIPTION_LENGTH}
            value={description}
            placeholder="补充说明（选填），说得清楚处理得快"
            onInput={(event) => apply.setDescription(event.detail.value)}
          />
          <Text className={css.count}>
            {description.length}/{MAX_DESCRIPTION_LENGTH}
          </Text>
        </View>
        <EvidenceGrid evidence={apply.evidence} />
      </Card>
      <ReasonSheet
        isOpen={isChoosing}
        reasons={apply.reasons}
        chosen={reason}
        onClose={() => setIsChoosing(false)}
        onChoose={(next) => {
          apply.setReason(next);
          setIsChoosing(false);
        }}
      />
      <PrivacySheet />
    </Page>
  );
}

function Nothing({ orderId }: { orderId: string }) {
  return (
    <Page title="申请退款">
      <Empty
        picture={orderPicture}
        title="这一单没有可以退的了"
        text="都申请过了，或者过了时间；有问题请联系客服"
        action={{ text: '看订单', onTap: () => to.orderInstead(orderId) }}
      />
    </Page>
  );
}

function Loading() {
  return (
    <View className={css.loading}>
      <SkeletonBox height={200} radius={16} />
      <View className={css.space} />
      <SkeletonBox height={52} radius={16} />
      <View className={css.space} />
      <SkeletonBox height={160} radius={16} />
    </View>
  );
}
