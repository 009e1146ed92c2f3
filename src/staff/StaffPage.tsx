import type { ComponentProps, ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { staffQuery, type StaffMe } from '@/api/guide';
import { Empty } from '@/components/Empty';
import { ErrorState } from '@/components/ErrorState';
import { Page } from '@/components/Page';
import { to } from '@/lib/routes';
import picture from './pictures/staff.png';

interface StaffPageProps extends Omit<ComponentProps<typeof Page>, 'children' | 'title'> {
  title: string;
  /** What stands here until it is known who has come. */
  waiting: ReactNode;
  children(me: StaffMe): ReactNode;
}

/** A page of the workbench: for those who work for the shop, with a kind word to everybody else. */
export function StaffPage({ title, waiting, bottomBar, children, ...page }: StaffPageProps) {
  const { data: me, error, refetch } = useQuery(staffQuery);
  return (
    <Page title={title} bottomBar={me?.state === 'active' ? bottomBar : undefined} {...page}>
      {!me && !error && waiting}
      {!me && error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {me?.state === 'active' && children(me)}
      {me?.state === 'asked' && (
        <Empty
          picture={picture}
          title="等店长同意"
          text="店长同意以后，这里就打开了"
          action={{ text: '看看同意了没有', onTap: () => void refetch() }}
        />
      )}
      {me?.state === 'none' && (
        <Empty
          picture={picture}
          title="这里是店员用的"
          text="收到了店长的邀请，填上邀请码就能进来"
          action={{ text: '填邀请码', onTap: () => to.staffJoin() }}
        />
      )}
    </Page>
  );
}
