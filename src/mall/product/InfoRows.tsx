import type { PropsWithChildren } from 'react';
import { Text, View } from '@tarojs/components';
import type { ShopTerms } from '@/api/shop';
import { Card } from '@/components/Card';
import { Cell } from '@/components/Cell';
import { Tag } from '@/components/Tag';
import { openAxes, type Choice, type Product } from './chooseSku';
import { shortYuan } from './priceWords';
import css from './InfoRows.module.scss';

export type Explained = 'price' | 'services';

interface InfoRowsProps {
  product: Product;
  choice: Choice;
  quantity: number;
  /** Both are deferred: they come with the shop or not at all. */
  shipping: string | null;
  terms: ShopTerms | undefined;
  onChoose(): void;
  onExplain(what: Explained): void;
}

/** What is taken off, what is chosen, and what the shop promises. */
export function InfoRows({ product, choice, quantity, shipping, terms, onChoose, onExplain }: InfoRowsProps) {
  const open = openAxes(product, choice);
  const chosen = choice.filter((value) => value !== null);
  const { discounts = [], services = [] } = terms ?? {};
  return (
    <Card>
      {discounts.length > 0 && (
        <Row name="优惠" onTap={() => onExplain('price')}>
          <View className={css.tags}>
            {discounts.slice(0, 3).map(({ fromFen, offFen }) => (
              <Tag key={fromFen} tone="line">{`满 ${shortYuan(fromFen)} 减 ${shortYuan(offFen)}`}</Tag>
            ))}
          </View>
        </Row>
      )}
      {!product.isSoldOut && (
        <Row name={open.length > 0 ? '选择' : '已选'} onTap={onChoose}>
          <Words>{open.length > 0 ? open.join('、') : [...chosen, `${quantity} 件`].join(' · ')}</Words>
        </Row>
      )}
      {shipping && (
        <Row name="送货">
          <Words>{shipping}</Words>
        </Row>
      )}
      {services.length > 0 && (
        <Row name="服务" onTap={() => onExplain('services')}>
          <Words>{services.map(({ name }) => name).join(' · ')}</Words>
        </Row>
      )}
      {product.vendor && (
        <Row name="出品">
          <Words>{product.vendor}</Words>
        </Row>
      )}
    </Card>
  );
}

function Row({ name, onTap, children }: PropsWithChildren<{ name: string; onTap?(): void }>) {
  return (
    <Cell label={<Text className={css.name}>{name}</Text>} onTap={onTap}>
      {children}
    </Cell>
  );
}

function Words({ children }: { children: string }) {
  return <Text className={css.words}>{children}</Text>;
}
