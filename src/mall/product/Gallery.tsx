import { useState } from 'react';
import { Swiper, SwiperItem, Text, View } from '@tarojs/components';
import { BackButton } from '@/components/NavBar';
import { Picture } from '@/components/Picture';
import { hasNativeNavBar } from '@/lib/device';
import type { Product } from './chooseSku';
import css from './Gallery.module.scss';

/** The product's pictures, square and full width, with a counter. */
export function Gallery({ product }: { product: Product }) {
  const [current, setCurrent] = useState(0);
  const { images, title, isSoldOut } = product;
  return (
    <View className={css.gallery}>
      {images.length === 0 ? (
        <Picture src={null} alt={title} radius="none" />
      ) : (
        <Swiper className={css.swiper} onChange={(event) => setCurrent(event.detail.current)}>
          {images.map(({ url, alt }, index) => (
            <SwiperItem key={index}>
              <Picture src={url} alt={alt || title} radius="none" isLazy={index > 1} />
            </SwiperItem>
          ))}
        </Swiper>
      )}
      {images.length > 1 && (
        <Text className={css.counter}>
          {Math.min(current + 1, images.length)} / {images.length}
        </Text>
      )}
      {isSoldOut && <Text className={css.soldOut}>已售罄</Text>}
      {!hasNativeNavBar && <FloatingBack />}
    </View>
  );
}

/** The way back over a picture, where the host draws none. */
export function FloatingBack() {
  return (
    <View className={css.back}>
      <BackButton className={css.disc} />
    </View>
  );
}
