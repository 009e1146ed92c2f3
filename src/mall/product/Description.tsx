import { useMemo } from 'react';
import { View } from '@tarojs/components';
import { RichPaper } from '@/components/RichPaper';
import { richParts } from '@/components/richParts';
import { SectionHead } from '@/components/SectionHead';
import type { Product } from './chooseSku';
import { Facts } from './Facts';
import css from './Description.module.scss';

/** The facts, then the merchant's own words and pictures. */
export function Description({ product }: { product: Pick<Product, 'facts' | 'descriptionHtml'> }) {
  const { facts, descriptionHtml } = product;
  const parts = useMemo(() => richParts(descriptionHtml), [descriptionHtml]);
  if (parts.length === 0 && facts.length === 0) return null;
  return (
    <View className={css.section}>
      <SectionHead title="细看" />
      <Facts facts={facts} />
      {parts.length > 0 && <RichPaper parts={parts} />}
    </View>
  );
}
