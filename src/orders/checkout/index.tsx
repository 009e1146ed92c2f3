import { useMemo, useState } from 'react';
import { Input, Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { MAX_NOTE_LENGTH } from '@jishi/contract/plain/limits';
import { formatFen } from '@jishi/contract/plain/money';
import type { Quote } from '@/api/orders';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Cell } from '@/components/Cell';
import { Empty } from '@/components/Empty';
import { ErrorState } from '@/components/ErrorState';
import { Page } from '@/components/Page';
import nonePicture from '../pictures/none.png';
import { Price } from '@/components/Price';
import { SkeletonBox } from '@/components/SkeletonBox';
import { readItems, to } from '@/lib/routes';
import { Amounts } from '../Amounts';
import { InvoiceSheet } from '../InvoiceSheet';
import { LineRow } from '../LineRow';
import { AddressCard } from './AddressCard';
import { HandoverCard } from './HandoverCard';
import { PickupForm } from './PickupForm';
import { useCheckout } from './useCheckout';
import css from './index.module.scss';

export default function Checkout() {
  const { params } = useRouter();
  const opened = useMemo(() => readItems(params.items), [params.items]);
  const [isInvoicing, setIsInvoicing] = useState(false);
  const checkout = useCheckout(opened, params.cart === '1');
  const { items, quote, address, addresses, fulfilment, pickup, shop, isBusy, isLocked, oldTotalFen } = checkout;

  if (items.length === 0) return <NothingLeft isEmptied={opened.length > 0} />;
  if (quote.isError && !quote.data) {
    return (
      <Page title="确认订单">
        <ErrorState error={quote.error} onRetry={() => void quote.refetch()} />
      </Page>
    );
  }
  const { invoice } = checkout;
  const problems = quote.data?.problems ?? [];
  return (
    <Page
      title="确认订单"
      bottomBar={
        quote.data && (
          <>
            <View className={css.due}>
              <Text className={css.dueWord}>应付</Text>
              <Price fen={quote.data.totalFen} size="l" />
            </View>
            {problems.length > 0 ? (
              <Button kind="primary" size="l" onTap={checkout.keepBuyable}>
                去掉缺货的，继续
              </Button>
            ) : (
              <Button
                kind="primary"
                size="l"
                isBusy={isBusy || quote.isPlaceholderData}
                isDisabled={quote.data.unserved !== null}
                onTap={() => void checkout.submit()}
              >
                {isLocked ? '再提交一次' : '提交订单'}
              </Button>
            )}
          </>
        )
      }
    >
      <HandoverCard
        chosen={fulfilment}
        onChoose={pickup.stores.length > 0 && !isLocked && !isBusy ? checkout.setFulfilment : null}
      >
        {fulfilment === 'pickup' ? (
          <PickupForm pickup={pickup} isLocked={isLocked || isBusy} />
        ) : (
          <AddressCard
            address={address}
            isLoading={addresses.isPending}
            isLocked={isLocked || isBusy}
            isDemo={shop?.isDemo ?? false}
          />
        )}
      </HandoverCard>
      {isLocked && <View className={css.notice}>刚才的提交还没有回音，再提交一次，不会重复</View>}
      {quote.data?.unserved && <View className={css.notice}>{quote.data.unserved.reason}，换一个地址试试</View>}
      {quote.data && oldTotalFen !== null && (
        <View className={css.notice}>
          价格有变，请核对：原来 ¥{formatFen(oldTotalFen)}，现在 ¥{formatFen(quote.data.totalFen)}
        </View>
      )}
      {quote.data ? (
        <>
          <Card>
            <View className={css.lines}>
              {quote.data.lines.map((line) => (
                <LineRow key={line.skuId} line={line} problem={problemText(problems, line.skuId)} />
              ))}
            </View>
            <Cell label="配送" value={fulfilment === 'pickup' ? '到店自提' : '快递到家'} />
            <Cell
              label="发票"
              value={invoice ? `${invoice.type === 'company' ? '企业' : '个人'} · ${invoice.title}` : '不开发票'}
              {...(!isLocked && { onTap: () => setIsInvoicing(true) })}
            />
            <Cell label="留言">
              <Input
                className={css.note}
                placeholderClass={css.noteHint}
                value={checkout.note}
                maxlength={MAX_NOTE_LENGTH}
                disabled={isLocked}
                placeholder="写给店家的话（选填）"
                onInput={(event) => checkout.setNote(event.detail.value)}
              />
            </Cell>
          </Card>
          <Card>
            <View className={css.amounts}>
              <Amounts amounts={quote.data} totalWord="应付" />
            </View>
          </Card>
        </>
      ) : (
        <Loading />
      )}
      <InvoiceSheet
        isOpen={isInvoicing}
        invoice={invoice}
        onClose={() => setIsInvoicing(false)}
        onSave={(wish) => {
          checkout.setInvoice(wish);
          setIsInvoicing(false);
        }}
      />
    </Page>
  );
}

function Loading() {
  return (
    <Card>
      <View className={css.loading}>
        <SkeletonBox height={72} />
        <View className={css.gap} />
        <SkeletonBox height={72} />
      </View>
    </Card>
  );
}

function NothingLeft({ isEmptied }: { isEmptied: boolean }) {
  return (
    <Page title="确认订单">
      <Empty
        picture={nonePicture}
        title={isEmptied ? '来晚一步，都卖完了' : '没有要结算的商品'}
        text="去集市转转，看看别的"
        action={{ text: '去逛逛', onTap: () => to.home() }}
      />
    </Page>
  );
}

function problemText(problems: Quote['problems'], skuId: string): string | undefined {
  const problem = problems.find((one) => one.skuId === skuId);
  if (!problem) return undefined;
  if (problem.code === 'off_shelf') return '这件商品收摊了';
  return problem.stock > 0 ? `只剩 ${problem.stock} 件了` : '刚刚卖完了';
}
