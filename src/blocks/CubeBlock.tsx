import { View } from '@tarojs/components';
import type { BlockOf } from '@jishi/contract/layouts';
import { Picture } from '@/components/Picture';
import { linkProps } from './linkProps';
import { ratioOf } from './ratioOf';
import css from './CubeBlock.module.scss';

type Props = BlockOf<'cube'>['props'];

/** Whose shape gives the height: the tall picture's where one stands beside two, else the first one's. */
const RULER: Readonly<Record<Props['preset'], number>> = { one: 0, two: 0, three: 0, oneTwo: 0, twoOne: 2, four: 0 };

/** Pictures side by side in one of six arrangements, all as high as the arrangement wants them. */
export function CubeBlock({ preset, cells }: Props) {
  const ruler = cells[RULER[preset]]!;
  return (
    <View className={`${css.frame} ${css[preset]}`}>
      <View className={css.ruler}>
        <View style={{ paddingTop: ratioOf(ruler.picture) }} />
      </View>
      {cells.map(({ picture, link }, index) => (
        <View key={index} className={`${css.cell} ${css[`cell${index}`]}`} {...linkProps(link, picture.alt)}>
          <Picture src={picture.url} alt={picture.alt} ratio="fill" radius="none" />
        </View>
      ))}
    </View>
  );
}
