import { useRead } from '../../api/useRead';
import { sentenceOf } from '../../api/adminError';
import { Blank } from '../../components/Blank';
import { Count } from '../../components/Count';
import { LoadingRows } from '../../components/LoadingRows';
import { Money } from '../../components/Money';
import { confidence } from './confidence';
import '../../components/records.css';

/** Enough to say that one is better. */
const SURE = 0.95;
const LETTERS = 'ABCD';

/** What each version of a release did on the devices that saw it. */
export function ResultTable({ releaseId }: { releaseId: string }) {
  const { data, error, refetch } = useRead('GET /admin/layout-releases/:releaseId/results', { params: { releaseId } });
  if (error) return <Blank kind="error" title="没有读到效果" hint={sentenceOf(error)} onRetry={() => void refetch()} />;
  if (!data) return <LoadingRows count={2} />;
  const { arms } = data;
  const share = (part: number, whole: number) => (whole === 0 ? '—' : `${((part / whole) * 100).toFixed(2)}%`);
  const rows: [string, (arm: (typeof arms)[number]) => React.ReactNode][] = [
    ['看到的设备', ({ devices }) => <Count value={devices} />],
    ['后来付款的', ({ buyers }) => <Count value={buyers} />],
    ['付款率', ({ buyers, devices }) => <b className="num">{share(buyers, devices)}</b>],
    ['付款金额', ({ amountFen }) => <Money fen={amountFen} />],
    ['每位买家', ({ amountFen, buyers }) => (buyers === 0 ? '—' : <Money fen={Math.round(amountFen / buyers)} />)],
    ['有区块画不出', ({ failedDevices }) => <Count value={failedDevices} />],
  ];
  return (
    <>
      <table className="mini">
        <thead>
          <tr>
            <th>指标</th>
            {arms.map(({ arm, versionNumber, weight }) => (
              <th key={arm}>
                {arms.length > 1 && `${LETTERS[arm] ?? arm} · `}v{versionNumber}
                {arms.length > 1 && ` ${weight}%`}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, draw]) => (
            <tr key={name}>
              <td>{name}</td>
              {arms.map((arm) => (
                <td key={arm.arm}>{draw(arm)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {arms.length === 2 && <Verdict a={arms[0]!} b={arms[1]!} />}
    </>
  );
}

interface ArmCounts {
  devices: number;
  buyers: number;
}

/** How sure it is which one sells better, and how that was reckoned. */
function Verdict({ a, b }: { a: ArmCounts; b: ArmCounts }) {
  const sure = confidence(a, b);
  if (sure === null) return <p className="sub verdict">付款的人还太少，说不出哪版好（每组至少 5 位）。</p>;
  const isB = sure >= 0.5;
  const best = isB ? sure : 1 - sure;
  return (
    <div className="verdict">
      <div className="row">
        <span className="sub grow">{isB ? 'B' : 'A'} 付款率更高的把握</span>
        <b className="num">{(Math.min(best, 0.999) * 100).toFixed(1)}%</b>
      </div>
      <span className="bar sure">
        <i style={{ width: `${best * 100}%` }} />
        <em style={{ left: `${SURE * 100}%` }} />
      </span>
      <span className="sub">
        {best >= SURE ? '超过 95%，可以下结论了。' : '不到 95%，再等等。'}按两组付款率的单侧 z 检验。
      </span>
    </div>
  );
}
