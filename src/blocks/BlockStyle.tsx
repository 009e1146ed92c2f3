import type { PropsWithChildren } from 'react';
import { View } from '@tarojs/components';
import type { AnyBlock } from '@jishi/contract/layouts';
import { groundOf } from '@/components/ground';
import css from './BlockStyle.module.scss';

/**
 * A block's own look. Without a ground only distances change, and those that the block draws itself; with one the block
 * stands in a box. A block without a style gets no element around it: each would be sent to the super-app's page.
 */
export function BlockStyle({ style, children }: PropsWithChildren<{ style: AnyBlock['style'] }>) {
  if (!style || Object.keys(style).length === 0) return <>{children}</>;
  const { background, spaceAbove, spaceBelow, inset, padding, radius = '' } = style;
  const ground = groundOf(background);
  const isBox = Boolean(ground) || padding !== undefined;
  const names = isBox
    ? [
        'ground',
        spaceAbove !== undefined && `outAbove${spaceAbove}`,
        spaceBelow !== undefined && `outBelow${spaceBelow}`,
        inset !== undefined && `outGutter${inset}`,
        padding === undefined ? 'loose' : `inner${padding}`,
      ]
    : [
        spaceAbove !== undefined && `above${spaceAbove}`,
        spaceBelow !== undefined && `below${spaceBelow}`,
        inset !== undefined && `gutter${inset}`,
      ];
  const classes = [...names, radius].map((name) => name && css[name]).filter(Boolean);
  return (
    <View className={classes.join(' ')} {...(ground && { style: ground })}>
      {children}
    </View>
  );
}
