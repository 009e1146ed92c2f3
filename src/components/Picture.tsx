import { useState } from 'react';
import { Image, Text, View } from '@tarojs/components';
import { serverUrl } from '@/lib/serverUrl';
import { Icon } from './Icon';
import css from './Picture.module.scss';

const RATIOS = { '1:1': 'square', fill: 'whole' } as const;
const CORNERS = { none: 'sharp', s: 'small', m: 'medium', full: 'round' } as const;

interface PictureProps {
  /** A path under the server or an https address; none shows the missing ground. */
  src: string | null | undefined;
  alt?: string;
  /** The width is the parent's and the height follows; `fill` covers a positioned parent. */
  ratio?: keyof typeof RATIOS;
  radius?: keyof typeof CORNERS;
  isLazy?: boolean;
  /** Decoration, perhaps cut out: no ground, and nothing said when it is missing. */
  isBare?: boolean;
}

/** A picture on its ground: the ground shows while it loads, 图片暂缺 when there is none. */
export function Picture({ src, alt = '', ratio = '1:1', radius = 's', isLazy = true, isBare }: PictureProps) {
  const [failed, setFailed] = useState<string | null>(null);
  const isShown = Boolean(src) && failed !== src;
  return (
    <View
      className={`${css.frame} ${css[RATIOS[ratio]]} ${css[CORNERS[radius]]} ${isBare ? css.bare : ''}`}
      {...(alt ? { role: 'img', 'aria-label': alt } : { 'aria-hidden': true })}
    >
      {isShown && (
        <Image
          className={css.picture}
          src={serverUrl(src!)}
          mode="aspectFill"
          lazyLoad={isLazy}
          onError={() => setFailed(src!)}
        />
      )}
      {!isShown && !isBare && (
        <View className={css.missing}>
          <Icon name="photo" size={28} />
          <Text className={css.word}>图片暂缺</Text>
        </View>
      )}
    </View>
  );
}
