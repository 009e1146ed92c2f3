import { App } from 'antd';
import { call } from '../../api/call';
import { sentenceOf } from '../../api/adminError';
import { useWrite } from '../../api/useWrite';
import { LAYOUT_READS } from '../layoutReads';
import { liveVersionIds, type LayoutPageRow } from '../rows';

/** Back to the version before the one that is live, after one question. */
export function useRollBack() {
  const { message, modal } = App.useApp();
  const { mutateAsync } = useWrite('POST /admin/layouts/:pageId/rollback', {
    changes: LAYOUT_READS,
    done: '退回了，对所有人生效',
  });
  return async (page: LayoutPageRow): Promise<void> => {
    try {
      const { items } = await call('GET /admin/layouts/:pageId/versions', {
        params: { pageId: page.id },
        query: { limit: 50 },
      });
      const live = liveVersionIds(page);
      const newest = Math.max(0, ...items.filter(({ id }) => live.includes(id)).map(({ number }) => number));
      const before = items.find(({ id, number }) => (newest === 0 ? !live.includes(id) : number < newest));
      if (!before) return void message.info('没有更早的版本可以退回');
      await modal.confirm({
        title: `把「${page.title}」退回 v${before.number}？`,
        content: '马上对所有人生效；线上和排期中的发布都会撤下。草稿不受影响。',
        okText: '退回',
        onOk: () => mutateAsync({ params: { pageId: page.id }, body: { versionId: before.id } }),
      });
    } catch (error) {
      void message.error(sentenceOf(error));
    }
  };
}
