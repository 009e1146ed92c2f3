import { useState } from 'react';
import { Button, Input, Select } from 'antd';
import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { AdminOk } from '../api/call';
import { useRead } from '../api/useRead';
import { useWrite } from '../api/useWrite';
import { Blank } from '../components/Blank';
import { LoadingRows } from '../components/LoadingRows';
import { Page } from '../components/Page';
import { Panel } from '../components/Panel';
import { sentenceOf } from '../api/adminError';

type Word = AdminOk<'GET /admin/hot-words'>['items'][number];
const MAX_WORDS = 20;

/** The words under the shopper's search field, in their order. */
export function HotWordsPage() {
  const read = useRead('GET /admin/hot-words', {});
  const [draft, setDraft] = useState<readonly Word[] | null>(null);
  const save = useWrite('PUT /admin/hot-words', {
    changes: ['GET /admin/hot-words'],
    done: '改好了，顾客马上看得到',
    onDone: () => setDraft(null),
  });
  const words = draft ?? read.data?.items;
  const trimmed = (words ?? []).map((one) => ({ ...one, word: one.word.trim() }));
  const hasFault = trimmed.some(({ word }, index) => !word || trimmed.findIndex((one) => one.word === word) !== index);
  return (
    <Page
      title="大家在找"
      note="显示在顾客的搜索框下面，按次序"
      actions={
        <>
          {draft && <Button onClick={() => setDraft(null)}>不改了</Button>}
          <Button
            type="primary"
            disabled={!draft || hasFault}
            loading={save.isPending}
            onClick={() => save.mutate({ body: { items: trimmed } })}
          >
            保存
          </Button>
        </>
      }
    >
      <Panel>
        {!words && read.error && (
          <Blank kind="error" title="没有读到" hint={sentenceOf(read.error)} onRetry={() => void read.refetch()} />
        )}
        {!words && !read.error && <LoadingRows />}
        {words && <Words words={words} onChange={setDraft} />}
      </Panel>
    </Page>
  );
}

function Words({ words, onChange }: { words: readonly Word[]; onChange(words: readonly Word[]): void }) {
  const change = (index: number, part: Partial<Word>) =>
    onChange(words.map((one, place) => (place === index ? { ...one, ...part } : one)));
  const move = (index: number, by: -1 | 1) => {
    const next = [...words];
    [next[index], next[index + by]] = [next[index + by]!, next[index]!];
    onChange(next);
  };
  return (
    <>
      {words.length === 0 && <Blank title="还没有词" hint="没有词的时候，搜索页不显示这一栏" />}
      <ol className="words">
        {words.map(({ word, badge }, index) => {
          const isTwice = words.findIndex((one) => one.word.trim() === word.trim()) !== index;
          return (
            <li key={index} className="row">
              <span className="mut num word-place">{index + 1}</span>
              <Input
                value={word}
                maxLength={20}
                aria-label={`第 ${index + 1} 个词`}
                status={isTwice || !word.trim() ? 'error' : ''}
                onChange={({ target }) => change(index, { word: target.value })}
              />
              <Select<'none' | 'hot' | 'new'>
                value={badge ?? 'none'}
                aria-label="角标"
                options={[
                  { value: 'none', label: '没有角标' },
                  { value: 'hot', label: '热' },
                  { value: 'new', label: '新' },
                ]}
                onChange={(value) => change(index, { badge: value === 'none' ? null : value })}
              />
              <Button
                type="text"
                icon={<ArrowUpOutlined />}
                aria-label="上移"
                disabled={index === 0}
                onClick={() => move(index, -1)}
              />
              <Button
                type="text"
                icon={<ArrowDownOutlined />}
                aria-label="下移"
                disabled={index === words.length - 1}
                onClick={() => move(index, 1)}
              />
              <Button
                type="text"
                danger
                icon={<DeleteOutlined />}
                aria-label="删除"
                onClick={() => onChange(words.filter((_, place) => place !== index))}
              />
              {isTwice && <span className="bad-t">前面已经有了</span>}
            </li>
          );
        })}
      </ol>
      <Button
        icon={<PlusOutlined />}
        disabled={words.length >= MAX_WORDS}
        onClick={() => onChange([...words, { word: '', badge: null }])}
      >
        添加一个词
      </Button>
    </>
  );
}
