import { Table } from 'antd';
import type { AdminOk } from '../api/call';
import { wholeList } from '../api/useList';
import type { useRead } from '../api/useRead';
import { Blank } from '../components/Blank';
import { Count } from '../components/Count';
import { DataTable } from '../components/DataTable';
import { Money } from '../components/Money';
import { Picture } from '../components/Picture';

type Answer = AdminOk<'GET /admin/staff-results'>;
type Row = Answer['items'][number];

interface ResultTableProps {
  read: ReturnType<typeof useRead<'GET /admin/staff-results'>>;
  /** What the rows are told apart by: 「导购」. */
  keyWord: string;
  hasPictures: boolean;
}

const FIGURES = [
  { title: '扫码', key: 'scans', width: 90 },
  { title: '新顾客', key: 'newCustomers', width: 90 },
  { title: '成交单', key: 'orders', width: 90 },
] as const;
const SUMS = [
  { title: '成交额', key: 'amountFen', width: 140 },
  { title: '退款', key: 'refundedFen', width: 130 },
  { title: '提成参考', key: 'commissionFen', width: 130 },
] as const;

/** The whole stands last, so that the parts can be seen to add up. */
export function ResultTable({ read, keyWord, hasPictures }: ResultTableProps) {
  const total = read.data?.total;
  return (
    <>
      <DataTable<Row>
        list={{ ...wholeList(read), isChanging: read.isPlaceholderData }}
        rowKey="key"
        blank={<Blank title="这段时间还没有成绩" hint="导购的码被扫、有人下单，就会记在这里" />}
        columns={[
          {
            title: keyWord,
            key: 'name',
            render: (_, { key, name, pictureUrl }) => (
              <div className={hasPictures ? 'row with-picture' : 'row'}>
                {hasPictures && key !== '' && <Picture url={pictureUrl} size={32} />}
                <span className={key === '' ? 'ell mut' : 'ell'}>{name}</span>
              </div>
            ),
          },
          ...FIGURES.map((figure) => ({
            ...figure,
            align: 'right' as const,
            render: (_: unknown, row: Row) => <Count value={row[figure.key]} />,
          })),
          ...SUMS.map((sum) => ({
            ...sum,
            align: 'right' as const,
            render: (_: unknown, row: Row) => <Money fen={row[sum.key]} isStrong={sum.key === 'amountFen'} />,
          })),
        ]}
        {...(total && { summary: () => <Total total={total} /> })}
      />
      <p className="panel-foot sub">退款记在退钱的那天；整单退掉的不算成交单。提成只作参考，集市不发钱。</p>
    </>
  );
}

function Total({ total }: { total: Answer['total'] }) {
  return (
    <Table.Summary.Row>
      <Table.Summary.Cell index={0}>
        <b>合计</b>
      </Table.Summary.Cell>
      {FIGURES.map(({ key }, index) => (
        <Table.Summary.Cell key={key} index={index + 1} align="right">
          <Count value={total[key]} />
        </Table.Summary.Cell>
      ))}
      {SUMS.map(({ key }, index) => (
        <Table.Summary.Cell key={key} index={index + 1 + FIGURES.length} align="right">
          <Money fen={total[key]} isStrong />
        </Table.Summary.Cell>
      ))}
    </Table.Summary.Row>
  );
}
