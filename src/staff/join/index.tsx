import { useState } from 'react';
import { useDidShow, useRouter } from '@tarojs/taro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { isInvitationToken } from '@jishi/contract/plain/staff';
import { getStaff } from '@/api/guide';
import { getInvitation } from '@/api/staff';
import { ErrorState } from '@/components/ErrorState';
import { Page } from '@/components/Page';
import { hasCode } from '@/lib/apiError';
import { keys } from '@/lib/queryKeys';
import { readParam, to } from '@/lib/routes';
import { useRefresh } from '@/lib/useRefresh';
import { CodeForm } from './CodeForm';
import { InvitationView } from './InvitationView';
import { JoinWaiting } from './JoinWaiting';
import { invitationKey } from './invitationKey';

/** Critical: the invitation. Looked at again whenever the page is in sight, because somebody else decides. */
export default function Join() {
  const { params } = useRouter();
  const given = readParam(params.invite).trim().toUpperCase();
  const [token, setToken] = useState(isInvitationToken(given) ? given : '');
  const client = useQueryClient();
  const { data, error, refetch, isFetched } = useQuery({
    queryKey: [...invitationKey, token],
    queryFn: () => getInvitation(token),
    enabled: token !== '',
    // `not_found` is an answer that asking again does not change
    retry: false,
  });
  useRefresh(invitationKey);
  useDidShow(() => {
    if (isFetched) void refetch();
  });
  const enter = async () => {
    // the workbench must not be told what was known before
    await client.fetchQuery({ queryKey: keys.staff, queryFn: getStaff, staleTime: 0 }).catch(() => undefined);
    to.staffHomeInstead();
  };
  const isUnknown = hasCode(error, 'not_found');
  return (
    <Page title="店员邀请">
      {(token === '' || isUnknown) && <CodeForm wrong={isUnknown ? token : ''} onToken={setToken} />}
      {token !== '' && !isUnknown && !data && !error && <JoinWaiting />}
      {!isUnknown && !data && error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!isUnknown && data && (
        <InvitationView
          key={`${data.token} ${data.state}`}
          invitation={data}
          onLook={() => refetch()}
          onEnter={enter}
          onOther={() => setToken('')}
        />
      )}
    </Page>
  );
}
