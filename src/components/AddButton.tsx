import { View } from '@tarojs/components';
import { Icon } from './Icon';
import css from './AddButton.module.scss';

interface AddButtonProps {
  /** The 44 px frame and its place on the card, which are the card's affair. */
  className: string | undefined;
  title: string;
  onTap(): void;
}

/** The round + of a product's card: chooses an option without opening the product first. */
export function AddButton({ className, title, onTap }: AddButtonProps) {
  return (
    <View
      className={className}
      role="button"
      aria-label={`选购 ${title}`}
      onClick={(event) => {
        event.stopPropagation();
        onTap();
      }}
    >
      <View className={css.disc}>
        <Icon name="plus" size={18} />
      </View>
    </View>
  );
}
