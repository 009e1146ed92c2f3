import { QueryObserver } from '@tanstack/react-query';
import { layoutQuery } from '@/api/layouts';
import { readTheme, useTheme } from '@/components/theme';
import { queryClient } from '@/lib/queries';
import { usePreviewed } from '@/lib/previewed';

/**
 * The theme of the home page's layout is the shop's, whichever page one came by: the last known one at once, a newer one
 * when it is heard of. Once, from app.tsx.
 */
export function wireTheme(): void {
  const wear = (said: unknown) => {
    const { theme } = useTheme.getState();
    const next = readTheme(said);
    if (JSON.stringify(next) !== JSON.stringify(theme)) useTheme.setState({ theme: next });
  };
  const home = new QueryObserver(queryClient, layoutQuery('home'));
  home.subscribe(({ data }) => data && wear(data.document?.theme));
  wear(home.getCurrentResult().data?.document?.theme);
  usePreviewed.subscribe(({ previewed }) => previewed?.document.page === 'home' && wear(previewed.document.theme));
}
