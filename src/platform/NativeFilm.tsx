import { useEffect } from 'react';
import Taro from '@tarojs/taro';
import { Video } from '@tarojs/components';
import type { FilmProps } from './film';

const ID = 'film';

/** A film that plays as soon as it is drawn, which only a tap may cause. One on a page. */
export function NativeFilm({ className, src, isPaused, onEnd, onFail }: FilmProps) {
  useEffect(() => {
    if (isPaused) Taro.createVideoContext(ID).pause();
  }, [isPaused]);
  return (
    <Video
      id={ID}
      className={className}
      src={src}
      autoplay
      controls
      objectFit="contain"
      onEnded={onEnd}
      onError={onFail}
    />
  );
}
