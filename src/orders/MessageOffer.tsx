import { Text, View } from '@tarojs/components';
import type { Moment } from '@/api/messages';
import { useMessages } from '@/api/useMessages';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import css from './MessageOffer.module.scss';

interface MessageOfferProps {
  moment: Moment;
  title: string;
  text: string;
  /** Once it is allowed. */
  thanks: string;
}

/** Offers a message through the super-app; nothing where there is none, or once the person said no. */
export function MessageOffer({ moment, title, text, thanks }: MessageOfferProps) {
  const { isOffered, said, ask } = useMessages(moment);
  if (!isOffered || said === 'no') return null;
  return (
    <Card>
      <View className={css.offer}>
        <View className={css.words}>
          <Text className={css.title}>{title}</Text>
          <Text className={css.text}>{said === 'yes' ? thanks : text}</Text>
        </View>
        {said !== 'yes' && (
          <Button kind="plain" size="s" onTap={() => void ask()}>
            提醒我
          </Button>
        )}
      </View>
    </Card>
  );
}
