import { createH5 } from './h5';

export const platform = createH5();
