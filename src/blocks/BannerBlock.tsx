import { useState } from 'react';
import { Swiper, SwiperItem, Text, View } from '@tarojs/components';
import type { BlockOf } from '@jishi/contract/layouts';
import { Icon } from '@/components/Icon';
import { Picture } from '@/components/Picture';
import { isMotionReduced } from '@/lib/device';
import { followLink } from './followLink';
import css from './BannerBlock.module.scss';

type Item = BlockOf<'banner'>['props']['items'][number];

const RATIOS = { '9:4': css.wide, '2:1': css.double, '16:9': css.film, '1:1': css.square } as const;

/** Pictures that turn by themselves; the words are live text on the empty third of the picture. */
export function BannerBlock({ items, ratio, seconds }: BlockOf<'banner'>['props']) {
  const [current, setCurrent] = useState(0);
  const hasSeveral = items.length > 1;
  return (
    <View className={css.frame}>
      <View className={RATIOS[ratio] ?? css.wide} />
      <Swiper
        className={css.swiper}
        circular={hasSeveral}
        autoplay={hasSeveral && !isMotionReduced()}
        interval={seconds * 1000}
        onChange={(event) => setCurrent(event.detail.current)}
      >
        {items.map((item, index) => (
          <SwiperItem key={index} className={css.slide}>
            <Slide item={item} />
          </SwiperItem>
        ))}
      </Swiper>
      {hasSeveral && (
        <View className={css.dots}>
          {items.map((_, index) => (
            <View key={index} className={`${css.dot} ${index === current ? css.on : ''}`} />
          ))}
        </View>
      )}
    </View>
  );
}

function Slide({ item: { picture, title, subtitle, action, link } }: { item: Item }) {
  return (
    <View className={css.picture} role="link" aria-label={title || picture.alt} onClick={() => followLink(link)}>
      <Picture src={picture.url} alt={title || picture.alt} ratio="fill" radius="none" isLazy={false} isBare />
      <View className={css.words}>
        {title && <Text className={css.title}>{title}</Text>}
        {subtitle && <Text className={css.subtitle}>{subtitle}</Text>}
        {action && (
          <View className={css.action}>
            {action}
            <Icon name="right" size={14} />
          </View>
        )}
      </View>
    </View>
  );
}
