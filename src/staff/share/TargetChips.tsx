import { ScrollView, View } from '@tarojs/components';
import { useQuery } from '@tanstack/react-query';
import { listCategories } from '@/api/products';
import { Chip } from '@/components/Chip';
import { productKeys } from '@/lib/productCache';
import { STALE } from '@/lib/queries';
import type { Target } from './shareTarget';
import css from './TargetChips.module.scss';

const SHOP: Target = { kind: 'home', id: '' };

/** The whole shop or one of its categories; absent until these are known. */
export function TargetChips({ target, onTarget }: { target: Target; onTarget(target: Target): void }) {
  const { data } = useQuery({
    queryKey: productKeys.categories,
    queryFn: listCategories,
    staleTime: STALE.catalogue,
  });
  if (!data || data.items.length === 0) return null;
  const choices = [{ name: '全店', target: SHOP }].concat(
    data.items.map(({ slug, name }) => ({ name, target: { kind: 'category', id: slug } })),
  );
  return (
    <ScrollView scrollX className={css.places}>
      <View className={css.strip}>
        {choices.map(({ name, target: place }) => (
          <View key={place.id} className={css.place}>
            <Chip isOn={place.id === target.id} onTap={() => onTarget(place)}>
              {name}
            </Chip>
          </View>
        ))}
      </View>
    </ScrollView>
  );
}
