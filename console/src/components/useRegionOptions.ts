import { useEffect, useState } from 'react';
import { listRegions } from '../api/regions';

export interface RegionOption {
  value: string;
  label: string;
  code: string;
  isLeaf: boolean;
  children?: RegionOption[];
}

async function below(parent: string | undefined, isLastLevel: boolean): Promise<RegionOption[]> {
  const regions = await listRegions(parent);
  return regions.map(({ code, name, isLast }) => ({ value: name, label: name, code, isLeaf: isLast || isLastLevel }));
}

/** The places of China for a cascader, each level read when it is opened. Values are names, as orders keep them. */
export function useRegionOptions(levels: 2 | 3) {
  const [options, setOptions] = useState<RegionOption[]>([]);
  useEffect(() => {
    // a cascader without places still takes what is there
    void below(undefined, false).then(setOptions, () => undefined);
  }, []);
  const open = (path: RegionOption[]) => {
    const place = path.at(-1);
    if (!place || place.children) return;
    void below(place.code, path.length === levels - 1).then(
      (children) => {
        place.children = children;
        setOptions((all) => [...all]);
      },
      () => undefined,
    );
  };
  return { options, open };
}
