import { Text } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { formatFen } from '@jishi/contract/plain/money';
import { getShop } from '@/api/shop';
import { Card } from '@/components/Card';
import { Cell } from '@/components/Cell';
import { keys } from '@/lib/queryKeys';
import { STALE } from '@/lib/queries';
import { openAxes, type Choice, type Product } from './chooseSku';
import css from './InfoRows.module.scss';

interface InfoRowsProps {
  product: Product;
  choice: Choice;
  quantity: number;
  onChoose(): void;
}

/** What is chosen, and what the shop promises. The promise is deferred: it comes with the shop or not at all. */
export function InfoRows({ product, choice, quantity, onChoose }: InfoRowsProps) {
  const shipping = useShipping();
  const open = openAxes(product, choice);
  const chosen = choice.filter((value) => value !== null);
  return (
    <Card>
      {!product.isSoldOut && (
        <Row name={open.length > 0 ? '选择' : '已选'} onTap={onChoose}>
          {open.length > 0 ? open.join('、') : [...chosen, `${quantity} 件`].join(' · ')}
        </Row>
      )}
      {shipping && <Row name="送货">{shipping}</Row>}
      {product.vendor && <Row name="出品">{product.vendor}</Row>}
    </Card>
  );
}

function Row({ name, onTap, children }: { name: string; onTap?(): void; children: string }) {
  return (
    <Cell label={<Text className={css.name}>{name}</Text>} onTap={onTap}>
      <Text className={css.words}>{children}</Text>
    </Cell>
  );
}

function useShipping(): string | null {
  const { data } = useQuery({ queryKey: keys.shop, queryFn: getShop, staleTime: STALE.shop });
  if (!data) return null;
  const { feeFen, freeFromFen } = data.shipping;
  if (feeFen === 0) return '全场包邮';
  return `运费 ¥${shortYuan(feeFen)}，满 ¥${shortYuan(freeFromFen)} 包邮`;
}

function shortYuan(fen: number): string {
  return formatFen(fen).replace(/\.00$/, '');
}
