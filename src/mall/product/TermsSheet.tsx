import { Text, View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Sheet } from '@/components/Sheet';
import css from './TermsSheet.module.scss';

interface TermsSheetProps {
  title: string;
  lines: readonly { name: string; figure?: string; isStruck?: boolean; words: string }[];
  onClose(): void;
}

/** Explains what stands on the page, one line after another. */
export function TermsSheet({ title, lines, onClose }: TermsSheetProps) {
  const footer = (
    <Button kind="primary" isBlock onTap={onClose}>
      知道了
    </Button>
  );
  return (
    <Sheet isOpen title={title} onClose={onClose} footer={footer}>
      <View className={css.lines}>
        {lines.map(({ name, figure, isStruck, words }) => (
          <View key={`${name}${figure ?? ''}`} className={css.line}>
            <View className={css.head}>
              <Text className={css.name}>{name}</Text>
              {figure && <Text className={isStruck ? css.struck : css.figure}>{figure}</Text>}
            </View>
            <Text className={css.words}>{words}</Text>
          </View>
        ))}
      </View>
    </Sheet>
  );
}
