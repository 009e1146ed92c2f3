import { Button } from '@/components/Button';
import { useNotice } from './useNotice';

interface RestockButtonProps {
  productId: string;
  /** One combination; without it any of the product's. */
  skuId?: string;
  half?: 'right';
}

/** Asks to be told when something sold out is back, or no longer. */
export function RestockButton({ productId, skuId, half }: RestockButtonProps) {
  const { isAsked, isBusy, toggle } = useNotice({ kind: 'restock', productId, skuId });
  return (
    <Button kind={isAsked ? 'soft' : 'primary'} isBlock half={half} isBusy={isBusy} onTap={toggle}>
      {isAsked ? '已设到货提醒' : '到货提醒'}
    </Button>
  );
}
