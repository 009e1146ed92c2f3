import { useMemo, useState } from 'react';
import { Input, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { MAX_NOTE_LENGTH } from '@jishi/contract/plain/limits';
import { formatFen } from '@jishi/contract/plain/money';
import type { Quote } from '@/api/orders';
import { Card } from '@/components/Card';
import { Cell } from '@/components/Cell';
import { Empty } from '@/components/Empty';
import { ErrorState } from '@/components/ErrorState';
import { Page } from '@/components/Page';
import { PrivacySheet } from '@/components/PrivacySheet';
import nonePicture from '../pictures/none.png';
import { SkeletonBox } from '@/components/SkeletonBox';
import { readItems, to } from '@/lib/routes';
import { Amounts } from '../Amounts';
import { InvoiceSheet } from '../InvoiceSheet';
import { LineRow } from '../LineRow';
import { AddressCard } from './AddressCard';
import { BenefitsCard } from './BenefitsCard';
import { HandoverCard } from './HandoverCard';
import { PickupForm } from './PickupForm';
import { SubmitBar } from './SubmitBar';
import { useCheckout } from './useCheckout';
import css from './index.module.scss';

export default function Checkout() {
  const { params } = useRouter();
  const opened = useMemo(() => readItems(params.items), [params.items]);
  const [isInvoicing, setIsInvoicing] = useState(false);
  const checkout = useCheckout(opened, params.cart === '1');
  const { items, quote, address, addresses, fulfilment, pickup, shop, isBusy, isLocked, oldTotalFen } = checkout;
  const { unserved, isUnserved } = checkout;

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
  const choose = pickup.stores.length > 0 && !isLocked && !isBusy ? checkout.setFulfilment : null;
  const toPickup = choose && (() => choose('pickup'));
  return (
    <Page
      title="确认订单"
      bottomBar={
        quote.data && (
          <SubmitBar
            checkout={checkout}
            quote={quote.data}
            wayOut={toPickup ? '换个地址，或到店自提' : '换个地址试试'}
          />
        )
      }
    >
      <HandoverCard chosen={fulfilment} onChoose={choose}>
        {fulfilment === 'pickup' ? (
          <PickupForm pickup={pickup} isLocked={isLocked || isBusy} />
        ) : (
          <AddressCard
            address={address}
            isLoading={addresses.isPending}
            isLocked={isLocked || isBusy}
            isDemo={shop?.isDemo ?? false}
            unserved={isUnserved ? unserved : null}
            onPickup={toPickup}
          />
        )}
      </HandoverCard>
      {isLocked && <View className={css.notice}>刚才的提交还没有回音，再提交一次，不会重复</View>}
      {quote.data && unserved === null && oldTotalFen !== null && (
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
            <Cell label="配送" value={fulfilment === 'pickup' ? '到店自提' : isUnserved ? '送不到' : '快递到家'} />
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
          <BenefitsCard quote={quote.data} benefits={checkout.benefits} isLocked={isLocked || isBusy} />
          <Card>
            <View className={css.amounts}>
              <Amounts amounts={quote.data} totalWord="应付" unserved={unserved} />
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
      <PrivacySheet />
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
