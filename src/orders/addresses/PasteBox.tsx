import { useState } from 'react';
import { Textarea, View } from '@tarojs/components';
import { MAX_PASTE_LENGTH } from '@jishi/contract/plain/limits';
import { parseAddress, type ParsedAddress } from '@/api/addresses';
import { Button } from '@/components/Button';
import { showError } from '@/lib/showError';
import css from './PasteBox.module.scss';

/** Takes an address that somebody sent as one text. It stays in the box, so that nothing is lost by a wrong guess. */
export function PasteBox({ onParsed }: { onParsed(parsed: ParsedAddress): void }) {
  const [text, setText] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const parse = async () => {
    setIsBusy(true);
    try {
      onParsed(await parseAddress(text));
    } catch (error) {
      showError(error);
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <View className={css.box}>
      <Textarea
        className={css.input}
        placeholderClass={css.placeholder}
        maxlength={MAX_PASTE_LENGTH}
        value={text}
        placeholder="粘贴地址，自动识别：张三 13800000000 浙江省杭州市…"
        onInput={(event) => setText(event.detail.value)}
      />
      {text.trim() !== '' && (
        <View className={css.actions}>
          <Button kind="plain" size="xs" onTap={() => setText('')}>
            清空
          </Button>
          <View className={css.gap} />
          <Button kind="soft" size="xs" isBusy={isBusy} onTap={() => void parse()}>
            识别
          </Button>
        </View>
      )}
    </View>
  );
}
