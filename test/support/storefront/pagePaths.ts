interface AppPages {
  pages: string[];
  subPackages?: { root: string; pages: string[] }[];
}

/** Every page of app.config.ts, without the leading `/`. */
export function pagePaths({ pages, subPackages = [] }: AppPages): string[] {
  return [...pages, ...subPackages.flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`))];
}
