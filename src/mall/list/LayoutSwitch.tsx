import { View } from '@tarojs/components';
import type { Layout } from './shelf';
import css from './LayoutSwitch.module.scss';

/** Shows the layout that a tap would give. */
export function LayoutSwitch({ layout, onChange }: { layout: Layout; onChange(layout: Layout): void }) {
  const next = layout === 'grid' ? 'rows' : 'grid';
  return (
    <View
      className={css.switch}
      role="button"
      aria-label={next === 'rows' ? '换成列表' : '换成大图'}
      onClick={() => onChange(next)}
    >
      <View className={`${css.icon} ${next === 'rows' ? css.toRows : css.toGrid}`} />
    </View>
  );
}
