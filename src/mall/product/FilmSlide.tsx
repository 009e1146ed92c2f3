import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { Picture } from '@/components/Picture';
import { serverUrl } from '@/lib/serverUrl';
import { platform } from '@/platform';
import { Film } from '@/platform/Film';
import css from './FilmSlide.module.scss';

interface FilmSlideProps {
  film: { url: string; posterUrl: string | null };
  alt: string;
  isPaused: boolean;
}

/** The poster until a tap: a film never starts by itself, so it costs nobody's traffic and makes no sound unasked. */
export function FilmSlide({ film, alt, isPaused }: FilmSlideProps) {
  const [isOpen, setIsOpen] = useState(false);
  const close = () => setIsOpen(false);
  if (isOpen) {
    return (
      <View className={css.stage}>
        <Film
          className={css.film!}
          src={serverUrl(film.url)}
          isPaused={isPaused}
          onEnd={close}
          onFail={() => {
            close();
            platform.toast('视频没有放出来，先看看图片吧');
          }}
        />
      </View>
    );
  }
  return (
    <View className={css.stage} role="button" aria-label="播放视频" onClick={() => setIsOpen(true)}>
      <Picture src={film.posterUrl} alt={alt} radius="none" isLazy={false} />
      <View className={css.play}>
        <Text className={css.triangle} />
      </View>
    </View>
  );
}
