import { useParams } from 'react-router';
import { useQuery } from '@tanstack/react-query';
import { call } from '../api/call';
import { hasCode, sentenceOf } from '../api/adminError';
import { Blank } from '../components/Blank';
import { LoadingRows } from '../components/LoadingRows';
import { readDocument } from './draft/readDocument';
import { Editor } from './editor/Editor';

/** The draft of one page; it is read once and then belongs to the editor. */
export function EditorPage() {
  const { pageId = '' } = useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ['layout-draft', pageId],
    queryFn: () => call('GET /admin/layouts/:pageId/draft', { params: { pageId } }),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  if (error) {
    return hasCode(error, 'not_found') ? (
      <Blank title="没有这个页面" hint="可能已经删除" action={<a href="/layouts">回到店铺装修</a>} isPage />
    ) : (
      <Blank kind="error" title="草稿没有读到" hint={sentenceOf(error)} onRetry={() => void refetch()} isPage />
    );
  }
  if (!data) return <LoadingRows count={8} />;
  const { page, document, revision, problems } = data;
  return <Editor key={pageId} page={page} first={readDocument(document)} revision={revision} problems={problems} />;
}
