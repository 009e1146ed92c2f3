import { Text, View } from '@tarojs/components';
import { Picture } from './Picture';
import css from './CategoryIcon.module.scss';

/** A category's cut-out picture, or its first character on a disc where the merchant gave none. */
export function CategoryIcon({ name, imageUrl }: { name: string; imageUrl: string | null }) {
  return (
    <View className={css.icon}>
      {imageUrl ? (
        <Picture src={imageUrl} radius="none" isLazy={false} isBare />
      ) : (
        <Text className={css.initial}>{name.slice(0, 1)}</Text>
      )}
    </View>
  );
}
