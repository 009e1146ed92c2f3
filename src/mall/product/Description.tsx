import { useMemo, useState } from 'react';
import Taro from '@tarojs/taro';
import { Image, RichText, View } from '@tarojs/components';
import { SectionHead } from '@/components/SectionHead';
import type { Product } from './chooseSku';
import { Facts } from './Facts';
import { readHtml, type RichNode } from './readHtml';
import { splitPictures } from './splitPictures';
import css from './Description.module.scss';

/** The facts, then the merchant's own words and pictures; a picture loads when it comes near the screen. */
export function Description({ product }: { product: Pick<Product, 'facts' | 'descriptionHtml'> }) {
  const { facts, descriptionHtml } = product;
  const parts = useMemo(() => splitPictures(readHtml(descriptionHtml, (name) => css[name])), [descriptionHtml]);
  if (parts.length === 0 && facts.length === 0) return null;
  const urls = parts.flatMap((part) => (part.kind === 'picture' ? [part.src] : []));
  return (
    <View className={css.section}>
      <SectionHead title="细看" />
      <Facts facts={facts} />
      {parts.length > 0 && (
        <View className={css.paper}>
          {parts.map((part, index) =>
            part.kind === 'words' ? (
              <RichText key={index} nodes={part.nodes as RichNode[]} userSelect />
            ) : (
              <Shot key={index} src={part.src} onTap={() => void Taro.previewImage({ urls, current: part.src })} />
            ),
          )}
        </View>
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
