import { ScrollView, View } from '@tarojs/components';
import type { Platform } from '@jishi/contract/plain/platforms';
import type { PosterTemplate } from '@jishi/contract/plain/staff';
import { Picture } from '@/components/Picture';
import { ChoiceRow } from '../ChoiceRow';
import type { Look } from './usePoster';
import css from './Choices.module.scss';

const PLATFORMS: { value: Platform; text: string }[] = [
  { value: 'weapp', text: '微信' },
  { value: 'alipay', text: '支付宝' },
  { value: 'tt', text: '抖音' },
  { value: 'h5', text: '扫码网页' },
];

const TEMPLATES: { value: PosterTemplate; text: string }[] = [
  { value: 'awning', text: '摊位' },
  { value: 'plain', text: '素净' },
  { value: 'tall', text: '长图' },
];

interface ChoicesProps {
  look: Look;
  onLook(look: Look): void;
  pictures: readonly string[];
  stores: readonly { id: string; name: string }[];
  storeId: string | null;
  onStore(storeId: string): void;
}

/** In which app the code is read, how the poster looks, which picture is on it, and for which store it counts. */
export function Choices({ look, onLook, pictures, stores, storeId, onStore }: ChoicesProps) {
  return (
    <>
      <ChoiceRow
        label="顾客用什么扫"
        choices={PLATFORMS}
        value={look.platform}
        onChange={(platform) => onLook({ ...look, platform })}
      />
      <View className={css.gap} />
      <ChoiceRow
        label="海报样式"
        choices={TEMPLATES}
        value={look.template}
        onChange={(template) => onLook({ ...look, template })}
      />
      {pictures.length > 1 && (
        <ScrollView scrollX className={css.pictures}>
          <View className={css.strip} role="radiogroup" aria-label="换一张图">
            {pictures.map((url, index) => (
              <View
                key={url}
                className={index === look.picture ? `${css.picture} ${css.on}` : css.picture}
                role="radio"
                aria-checked={index === look.picture}
                aria-label={`第 ${index + 1} 张`}
                onClick={() => onLook({ ...look, picture: index })}
              >
                <Picture src={url} />
              </View>
            ))}
          </View>
        </ScrollView>
      )}
      {stores.length > 1 && (
        <>
          <View className={css.gap} />
          <ChoiceRow
            label="算在哪家店"
            choices={stores.map(({ id, name }) => ({ value: id, text: name }))}
            value={storeId ?? ''}
            onChange={onStore}
          />
        </>
      )}
    </>
  );
}
