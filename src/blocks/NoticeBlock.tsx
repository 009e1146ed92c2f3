import { Swiper, SwiperItem, View } from '@tarojs/components';
import type { BlockOf } from '@jishi/contract/layouts';
import { Icon } from '@/components/Icon';
import { isMotionReduced } from '@/lib/device';
import { linkProps } from './linkProps';
import css from './NoticeBlock.module.scss';

/** One line of several, which turn by themselves; for whoever wants less movement they turn under the finger alone. */
export function NoticeBlock({ items }: BlockOf<'notice'>['props']) {
  const hasSeveral = items.length > 1;
  return (
    <View className={css.frame}>
      <View className={css.icon}>
        <Icon name="bell" size={16} />
      </View>
      <Swiper
        className={css.lines}
        vertical
        circular={hasSeveral}
        autoplay={hasSeveral && !isMotionReduced()}
        interval={4000}
      >
        {items.map(({ text, link }, index) => (
          <SwiperItem key={index}>
            <View className={css.line} {...linkProps(link)}>
              {text}
            </View>
          </SwiperItem>
        ))}
      </Swiper>
    </View>
  );
}
