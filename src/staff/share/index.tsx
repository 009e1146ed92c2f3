import { useState } from 'react';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import type { StaffMe } from '@/api/guide';
import { Card } from '@/components/Card';
import { ErrorState } from '@/components/ErrorState';
import { PrivacySheet } from '@/components/PrivacySheet';
import { readParam, shared } from '@/lib/routes';
import { serverUrl } from '@/lib/serverUrl';
import { useSharing } from '@/lib/useSharing';
import { platform } from '@/platform';
import { StaffPage } from '../StaffPage';
import { Actions } from './Actions';
import { Choices } from './Choices';
import { Poster } from './Poster';
import { PosterSkeleton } from './PosterSkeleton';
import { readTarget, type Target } from './shareTarget';
import { TargetChips } from './TargetChips';
import { usePoster, type Look } from './usePoster';
import { useShared } from './useShared';
import css from './index.module.scss';

/** Critical: the code. Deferred: the poster, which the server draws, and the pictures to choose from. */
export default function Share() {
  const { params } = useRouter();
  const [target, setTarget] = useState(() => readTarget(params));
  const wishedStore = readParam(params.store) || null;
  return (
    <StaffPage title="分享给顾客" waiting={<PosterSkeleton template="awning" />}>
      {(me) => <Sharing me={me} target={target} onTarget={setTarget} wishedStore={wishedStore} />}
    </StaffPage>
  );
}

interface SharingProps {
  me: StaffMe;
  target: Target;
  onTarget(target: Target): void;
  wishedStore: string | null;
}

function Sharing({ me, target, onTarget, wishedStore }: SharingProps) {
  const [storeId, setStoreId] = useState(
    () => me.stores.find(({ id }) => id === wishedStore)?.id ?? me.stores[0]?.id ?? null,
  );
  const [look, setLook] = useState<Look>({ template: 'awning', picture: 0, platform: platform.name });
  const { code, title, priceFen, pictures } = useShared(target, storeId);
  const poster = usePoster(code.data?.token, look);
  const page = {
    title,
    path: code.data ? shared.code(code.data.token, target) : shared.home(),
    imageUrl: pictures[look.picture] ? serverUrl(pictures[look.picture]!) : undefined,
  };
  useSharing(page);
  if (code.error && !code.data) {
    return <ErrorState error={code.error} onRetry={() => void code.refetch()} title="码没有取到" />;
  }
  return (
    <>
      <Poster poster={poster} template={look.template} title={title} />
      <Card>
        <View className={css.choices}>
          {target.kind !== 'product' && <TargetChips target={target} onTarget={onTarget} />}
          <Choices
            look={look}
            onLook={setLook}
            pictures={pictures}
            stores={me.stores}
            storeId={storeId}
            onStore={setStoreId}
          />
        </View>
      </Card>
      <PrivacySheet />
      <Actions page={page} words={{ title, priceFen, url: code.data?.url }} posterUrl={poster.data} />
    </>
  );
}
