import { Text, View } from '@tarojs/components';
import { MAX_EVIDENCE } from '@jishi/contract/plain/aftersales';
import { Icon } from '@/components/Icon';
import { Picture } from '@/components/Picture';
import type { useEvidence } from './useEvidence';
import css from './EvidenceGrid.module.scss';

/** Chosen pictures with how far they have come, and a square for the next one. */
export function EvidenceGrid({ evidence }: { evidence: ReturnType<typeof useEvidence> }) {
  const { pictures, canAdd, add, retry, remove } = evidence;
  if (!canAdd && pictures.length === 0) return null;
  return (
    <View className={css.grid}>
      {pictures.map((picture) => (
        <View key={picture.key} className={css.cell}>
          <View className={css.picture}>
            <Picture src={picture.path} alt="凭证图片" ratio="fill" isLazy={false} />
            {picture.state.is === 'sending' && (
              <View className={css.cover}>
                <View className={css.spin} />
                <Text className={css.word}>上传中</Text>
              </View>
            )}
            {picture.state.is === 'failed' && (
              <View className={css.cover} role="button" aria-label="重新上传" onClick={() => retry(picture)}>
                <Text className={css.word}>{picture.state.problem}</Text>
                <Text className={css.again}>点此重试</Text>
              </View>
            )}
          </View>
          <View className={css.remove} role="button" aria-label="移除图片" onClick={() => remove(picture.key)}>
            <Icon name="close" size={12} />
          </View>
        </View>
      ))}
      {canAdd && (
        <View className={css.cell}>
          <View className={css.add} role="button" aria-label="添加图片" onClick={() => void add()}>
            <Icon name="photo" size={24} />
            <Text className={css.hint}>
              {pictures.length === 0 ? '拍照或相册' : `${pictures.length}/${MAX_EVIDENCE}`}
            </Text>
          </View>
        </View>
      )}
    </View>
  );
}
