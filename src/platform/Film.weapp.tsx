import { NativeFilm } from './NativeFilm';

export const Film = NativeFilm;
