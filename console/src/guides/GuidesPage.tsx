import { useState } from 'react';
import { Button, Tabs } from 'antd';
import { UserAddOutlined } from '@ant-design/icons';
import { useSearchParams } from 'react-router';
import { useRead } from '../api/useRead';
import { useRole } from '../api/useRole';
import { Page } from '../components/Page';
import { TabLabel } from '../components/TabLabel';
import { GuideList } from './GuideList';
import { InvitationList } from './InvitationList';
import { InviteDialog } from './InviteDialog';
import { Results } from './Results';
import { RulesForm } from './RulesForm';
import '../components/records.css';

const TABS = ['results', 'people', 'invitations', 'rules'] as const;
type TabName = (typeof TABS)[number];

/** What the staff brought, who they are, who wants to join, and by which rules it is counted. */
export function GuidesPage() {
  const [params, setParams] = useSearchParams();
  const [isInviting, setInviting] = useState(false);
  const isRuler = useRole('owner', 'operator');
  const waiting = useRead('GET /admin/staff-invitations', { query: { state: 'asked', limit: 100 } }).data?.items.length;
  const tab = TABS.find((name) => name === params.get('tab')) ?? 'results';
  const labels: Record<TabName, string> = { results: '业绩', people: '导购', invitations: '邀请', rules: '归属规则' };
  return (
    <Page
      title="导购"
      note="每一个码带来了谁、卖了多少"
      actions={
        <Button type="primary" icon={<UserAddOutlined />} onClick={() => setInviting(true)}>
          邀请导购
        </Button>
      }
      tabs={
        <Tabs
          activeKey={tab}
          onChange={(key) => setParams(key === 'results' ? {} : { tab: key })}
          items={TABS.map((key) => ({
            key,
            label: <TabLabel name={labels[key]} count={key === 'invitations' ? waiting : undefined} />,
          }))}
        />
      }
    >
      {tab === 'results' && <Results />}
      {tab === 'people' && <GuideList />}
      {tab === 'invitations' && <InvitationList onInvite={() => setInviting(true)} />}
      {tab === 'rules' && <RulesForm isReadOnly={!isRuler} />}
      <InviteDialog isOpen={isInviting} onClose={() => setInviting(false)} />
    </Page>
  );
}
