import { Text, View } from '@tarojs/components';
import { Card } from '@/components/Card';
import css from './Passage.module.scss';

/** A heading and what is to be said about it, for pages that are read. */
export function Passage({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <Card>
      <View className={css.passage}>
        <Text className={css.title}>{title}</Text>
        {lines.map((line) => (
          <Text key={line} className={css.line} userSelect>
            {line}
          </Text>
        ))}
      </View>
    </Card>
  );
}
