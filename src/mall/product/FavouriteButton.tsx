import { useRef } from 'react';
import { Text, View } from '@tarojs/components';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { addFavourite, getFavourite, removeFavourite } from '@/api/favourites';
import { keys } from '@/lib/queryKeys';
import { showError } from '@/lib/showError';
import css from './FavouriteButton.module.scss';

/** The heart. Turns at the tap, and back when the server refuses; without an answer it is an empty heart. */
export function FavouriteButton({ productId }: { productId: string }) {
  const client = useQueryClient();
  const key = keys.favourite(productId);
  const { data } = useQuery({ queryKey: key, queryFn: () => getFavourite(productId) });
  const isOn = data?.isFavourite ?? false;
  // the mutation's own state is a frame late for a double tap
  const isSending = useRef(false);
  const change = useMutation({
    mutationFn: (isFavourite: boolean) => (isFavourite ? addFavourite(productId) : removeFavourite(productId)),
    onMutate: async (isFavourite) => {
      await client.cancelQueries({ queryKey: key });
      client.setQueryData(key, { isFavourite });
    },
    onError: (error, isFavourite) => {
      client.setQueryData(key, { isFavourite: !isFavourite });
      showError(error);
    },
    onSettled: () => {
      isSending.current = false;
    },
    onSuccess: () => client.invalidateQueries({ queryKey: keys.favourites }),
  });
  return (
    <View
      className={isOn ? `${css.favourite} ${css.on}` : css.favourite}
      role="button"
      aria-label={isOn ? '取消收藏' : '收藏'}
      aria-pressed={isOn}
      onClick={() => {
        if (isSending.current) return;
        isSending.current = true;
        change.mutate(!isOn);
      }}
    >
      <Text className={css.heart} />
      <Text className={css.word}>{isOn ? '已收藏' : '收藏'}</Text>
    </View>
  );
}
