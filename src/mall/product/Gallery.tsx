import { useEffect, useState } from 'react';
import Taro, { useDidHide, useDidShow } from '@tarojs/taro';
import { Swiper, SwiperItem, Text, View } from '@tarojs/components';
import { focusManager } from '@tanstack/react-query';
import { BackButton } from '@/components/NavBar';
import { Picture } from '@/components/Picture';
import { hasNativeNavBar } from '@/lib/device';
import { serverUrl } from '@/lib/serverUrl';
import { FilmSlide } from './FilmSlide';
import type { Product } from './chooseSku';
import { slidesOf } from './slides';
import css from './Gallery.module.scss';

/** The product's film and pictures, square and full width, with a counter. A tap on a picture opens it in full. */
export function Gallery({ product }: { product: Product }) {
  const [current, setCurrent] = useState(0);
  const [isHidden, setIsHidden] = useState(false);
  const { title, isSoldOut } = product;
  const slides = slidesOf(product);
  useDidHide(() => setIsHidden(true));
  useDidShow(() => setIsHidden(false));
  useEffect(() => focusManager.subscribe((isFocused) => setIsHidden(!isFocused)), []);

  return (
    <View className={css.gallery}>
      {slides.length === 0 ? (
        <Picture src={null} alt={title} radius="none" />
      ) : (
        <Swiper className={css.swiper} onChange={(event) => setCurrent(event.detail.current)}>
          {slides.map((slide, index) => (
            <SwiperItem key={index}>
              {slide.kind === 'film' ? (
                <FilmSlide film={slide} alt={title} isPaused={isHidden || current !== index} />
              ) : (
                <View role="button" aria-label="看大图" onClick={() => showInFull(product, slide.url)}>
                  <Picture src={slide.url} alt={slide.alt || title} radius="none" isLazy={index > 1} />
                </View>
              )}
            </SwiperItem>
          ))}
        </Swiper>
      )}
      {slides.length > 1 && (
        <Text className={css.counter}>
          {Math.min(current + 1, slides.length)} / {slides.length}
        </Text>
      )}
      {isSoldOut && <Text className={css.soldOut}>已售罄</Text>}
      {!hasNativeNavBar && <FloatingBack />}
    </View>
  );
}

function showInFull({ images }: Product, url: string): void {
  const urls = images.map((image) => serverUrl(image.url));
  void Taro.previewImage({ urls, current: serverUrl(url) });
}

/** The way back over a picture, where the host draws none. */
export function FloatingBack() {
  return (
    <View className={css.back}>
      <BackButton className={css.disc} />
    </View>
  );
}
