import { Text } from '@tarojs/components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getAccountDeletion } from '@/api/account';
import { getPhone } from '@/api/phones';
import { Card } from '@/components/Card';
import { Cell } from '@/components/Cell';
import { Page } from '@/components/Page';
import { keys } from '@/lib/queryKeys';
import { to } from '@/lib/routes';
import { VERSION } from '@/lib/version';
import { platform } from '@/platform';
import { deletionKey } from '../deletionKey';
import css from './index.module.scss';

/** Deferred: the number, and whether a deletion is under way; without them the rows are just entrances. */
export default function Settings() {
  const client = useQueryClient();
  const phone = useQuery({ queryKey: keys.phone, queryFn: getPhone });
  const deletion = useQuery({ queryKey: deletionKey, queryFn: getAccountDeletion });
  const clear = async () => {
    const isSure = await platform.confirm({
      title: '清除缓存吗？',
      text: '会重新读取商品和图片信息，购物袋、订单和收藏都不受影响',
      confirmText: '清除',
    });
    if (!isSure) return;
    client.removeQueries({ type: 'inactive' });
    void client.invalidateQueries();
    platform.toast('缓存清掉了');
  };

  return (
    <Page title="设置">
      <Card>
        <Cell label="手机号" value={phone.data?.maskedPhone ?? ''} onTap={to.phone} />
        <Cell label="收货地址" value="" onTap={to.addresses} />
        <Cell label="到货与降价提醒" value="" onTap={to.notices} />
      </Card>
      <Card>
        <Cell label="清除缓存" value="" onTap={() => void clear()} />
        <Cell label="隐私说明" value="" onTap={to.privacy} />
        <Cell label="关于" value={`版本 ${VERSION}`} onTap={to.about} />
      </Card>
      <Card>
        <Cell label="注销账号" onTap={to.deletion}>
          {deletion.data?.state === 'requested' && <Text className={css.requested}>已申请</Text>}
        </Cell>
      </Card>
    </Page>
  );
}
