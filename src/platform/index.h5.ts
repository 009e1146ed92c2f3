import { createH5 } from './h5';
import { keepPageInSight } from './pageInSight';

if (typeof document !== 'undefined') keepPageInSight();

export const platform = createH5();
