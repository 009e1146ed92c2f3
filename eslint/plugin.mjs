import { layers } from './layersRule.mjs';
import { names } from './namesRule.mjs';

export const jishi = { meta: { name: 'jishi' }, rules: { layers, names } };
