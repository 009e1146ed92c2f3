import { useEffect, useId, useState } from 'react';
import { Text, View } from '@tarojs/components';
import { create } from 'zustand';
import type { BlockOf } from '@jishi/contract/layouts';
import { Picture } from '@/components/Picture';
import { serverUrl } from '@/lib/serverUrl';
import { Film } from '@/platform/Film';
import { ratioOf } from './ratioOf';
import css from './VideoBlock.module.scss';

/** The one that plays: opening another closes it. */
const usePlaying = create<{ id: string | null }>(() => ({ id: null }));
const close = () => usePlaying.setState({ id: null });

/** The poster until a tap: a film costs nobody's traffic unasked. */
export function VideoBlock({ url, poster, title }: BlockOf<'video'>['props']) {
  const id = useId();
  const isOpen = usePlaying((state) => state.id === id);
  const [hasFailed, setHasFailed] = useState(false);
  useEffect(() => () => (usePlaying.getState().id === id ? close() : undefined), [id]);
  const play = () => {
    setHasFailed(false);
    usePlaying.setState({ id });
  };
  const fail = () => {
    close();
    setHasFailed(true);
  };
  return (
    <View className={css.frame}>
      <View style={{ paddingTop: ratioOf(poster) }} />
      {isOpen ? (
        <Film className={css.film!} src={serverUrl(url)} isPaused={false} onEnd={close} onFail={fail} />
      ) : (
        <View className={css.stage} role="button" aria-label={title ? `播放 ${title}` : '播放视频'} onClick={play}>
          <Picture src={poster.url} alt={poster.alt} ratio="fill" radius="none" />
          <View className={css.play}>
            <Text className={css.triangle} />
          </View>
          {(title || hasFailed) && <Text className={css.title}>{hasFailed ? '没有放出来，点一下再试' : title}</Text>}
        </View>
      )}
    </View>
  );
}
