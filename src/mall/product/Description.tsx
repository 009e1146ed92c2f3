import { useMemo } from 'react';
import { RichText, View } from '@tarojs/components';
import { SectionHead } from '@/components/SectionHead';
import { readHtml, type RichNode } from './readHtml';
import css from './Description.module.scss';

/** The merchant's own words and pictures, one node for the host however long they are. */
export function Description({ html }: { html: string }) {
  const nodes = useMemo(() => readHtml(html, (name) => css[name]), [html]);
  if (nodes.length === 0) return null;
  return (
    <View className={css.section}>
      <SectionHead title="细看" />
      <View className={css.paper}>
        <RichText nodes={nodes as RichNode[]} userSelect />
      </View>
    </View>
  );
}
