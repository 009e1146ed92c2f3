import { createContext, useContext } from 'react';

export interface BesidePicture {
  url: string;
  width: number;
  height: number;
}

const Beside = createContext<BesidePicture | null>(null);
export const PictureBesideProvider = Beside.Provider;

/** The picture of the block that is edited, which its areas lie on. */
export const usePictureBeside = () => useContext(Beside);
