import type { ReactNode } from 'react';
import { Button, Table, type TableProps } from 'antd';
import { AdminError, sentenceOf } from '../api/adminError';
import type { List } from '../api/useList';
import { Blank } from './Blank';
import { LoadingRows } from './LoadingRows';

interface DataTableProps<T> extends Pick<TableProps<T>, 'columns' | 'rowSelection' | 'expandable' | 'rowClassName'> {
  list: List<T>;
  /** Says what is missing and why: nothing there yet differs from nothing found. */
  blank: ReactNode;
  rowKey?: keyof T & string;
  onOpen?(row: T): void;
}

/** A list with all its states: on its way, failed, empty, rows, and more of them. */
export function DataTable<T extends object>({ list, blank, rowKey, onOpen, ...table }: DataTableProps<T>) {
  const { rows, error, isChanging, retry, more } = list;
  if (!rows && error) return <ListError error={error} onRetry={retry} />;
  if (!rows) return <LoadingRows />;
  if (rows.length === 0) return <>{blank}</>;
  return (
    <>
      <Table<T>
        {...table}
        dataSource={rows as T[]}
        rowKey={rowKey ?? ('id' as keyof T & string)}
        size="middle"
        pagination={false}
        loading={isChanging ?? false}
        tableLayout="fixed"
        {...(onOpen && { onRow: (row: T) => ({ onClick: () => onOpen(row), className: 'openable' }) })}
      />
      {more && (
        <div className="more">
          <Button type="text" loading={more.isLoading} onClick={more.load}>
            {error ? '没有读到，再试一次' : '更多'}
          </Button>
        </div>
      )}
    </>
  );
}

function ListError({ error, onRetry }: { error: unknown; onRetry(): void }) {
  const code = error instanceof AdminError ? error.requestId : '';
  return <Blank kind="error" title="没有读到" hint={sentenceOf(error)} onRetry={onRetry} code={code} />;
}
