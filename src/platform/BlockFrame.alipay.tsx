import { PlainBlock } from './PlainBlock';

export const BlockFrame = PlainBlock;
