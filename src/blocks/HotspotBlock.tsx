import { View } from '@tarojs/components';
import type { BlockOf } from '@jishi/contract/layouts';
import { Picture } from '@/components/Picture';
import { linkProps } from './linkProps';
import { ratioOf } from './ratioOf';
import css from './HotspotBlock.module.scss';

const share = (part: number) => `${part * 100}%`;

/** One picture whose areas lead to different places. */
export function HotspotBlock({ picture, areas }: BlockOf<'hotspot'>['props']) {
  return (
    <View className={css.frame}>
      <View style={{ paddingTop: ratioOf(picture) }} />
      <Picture src={picture.url} alt={picture.alt} ratio="fill" radius="none" />
      {areas.map(({ x, y, width, height, label, link }, index) => (
        <View
          key={index}
          className={css.area}
          style={{ left: share(x), top: share(y), width: share(width), height: share(height) }}
          {...linkProps(link, label)}
        />
      ))}
    </View>
  );
}
