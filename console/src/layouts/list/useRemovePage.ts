import { App } from 'antd';
import { hasCode } from '../../api/adminError';
import { useWrite } from '../../api/useWrite';
import { LAYOUT_READS } from '../layoutReads';
import type { LayoutPageRow } from '../rows';

/** Deletes a campaign page after a question; one that is live or waiting is refused, and the reason said. */
export function useRemovePage() {
  const { message, modal } = App.useApp();
  const { mutateAsync } = useWrite('DELETE /admin/layouts/:pageId', {
    changes: LAYOUT_READS,
    done: '删除了',
    onRefused(error) {
      if (!hasCode(error, 'conflict')) return false;
      void message.warning('还在线上或已排期，先在“发布记录”里撤下');
      return true;
    },
  });
  return ({ id, title }: LayoutPageRow): void =>
    void modal.confirm({
      title: `删除活动页「${title}」？`,
      content: '草稿和发布过的版本一起删除，找不回来。发出去的链接会打不开。',
      okText: '删除',
      okButtonProps: { danger: true },
      onOk: () => mutateAsync({ params: { pageId: id } }).catch(() => undefined),
    });
}
