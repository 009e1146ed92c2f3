import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { BlockOf } from '@jishi/contract/layouts';
import { CountdownText } from '@/components/CountdownText';
import { Icon } from '@/components/Icon';
import { serverNow, serverOffsetMs } from '@/lib/serverClock';
import { linkProps } from './linkProps';
import css from './CountdownBlock.module.scss';

/** Counts by the server's clock. When it is over it leaves, or stays and says so. */
export function CountdownBlock({ text, until, link, onEnd }: BlockOf<'countdown'>['props']) {
  const [endedFor, setEndedFor] = useState<string | null>(null);
  const isOver = endedFor === until || Date.parse(until) <= serverNow();
  if (isOver && onEnd === 'hide') return null;
  return (
    <View className={css.frame} {...linkProps(link)}>
      <Text className={css.text}>{text}</Text>
      {isOver ? (
        <Text className={css.over}>已结束</Text>
      ) : (
        <View className={css.clock}>
          <CountdownText until={until} serverOffsetMs={serverOffsetMs()} onEnd={() => setEndedFor(until)} />
        </View>
      )}
      {link.type !== 'none' && <Icon name="right" size={16} />}
    </View>
  );
}
