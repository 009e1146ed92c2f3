import { useState } from 'react';
import Taro from '@tarojs/taro';
import { Image, RichText, View } from '@tarojs/components';
import type { RichNode } from './readHtml';
import type { Part } from './splitPictures';
import css from './RichPaper.module.scss';

/** The merchant's own words and pictures on paper; a picture loads when it comes near the screen. */
export function RichPaper({ parts }: { parts: readonly Part[] }) {
  const urls = parts.flatMap((part) => (part.kind === 'picture' ? [part.src] : []));
  return (
    <View className={css.paper}>
      {parts.map((part, index) =>
        part.kind === 'words' ? (
          <RichText key={index} nodes={part.nodes as RichNode[]} userSelect />
        ) : (
          <Shot key={index} src={part.src} onTap={() => void Taro.previewImage({ urls, current: part.src })} />
        ),
      )}
    </View>
  );
}

/** One that does not come leaves no hole. */
function Shot({ src, onTap }: { src: string; onTap(): void }) {
  const [isLost, setIsLost] = useState(false);
  if (isLost) return null;
  return (
    <Image className={css.img} src={src} mode="widthFix" lazyLoad onClick={onTap} onError={() => setIsLost(true)} />
  );
}
