import { Drawer } from 'antd';
import { Link } from 'react-router';
import { AdminError, sentenceOf } from '../api/adminError';
import type { AdminOk } from '../api/call';
import { useRead } from '../api/useRead';
import { AFTERSALE_KIND_WORDS, AFTERSALE_STATE_WORDS, AFTERSALE_TONES } from '../components/aftersaleWords';
import { Blank } from '../components/Blank';
import { Dot } from '../components/Dot';
import { LoadingRows } from '../components/LoadingRows';
import { AftersaleAnswer } from './AftersaleAnswer';
import { AftersaleSide } from './AftersaleSide';
import { AftersaleUnits } from './AftersaleUnits';
import { Evidence } from './Evidence';

export type AftersaleDetail = AdminOk<'GET /admin/aftersales/:aftersaleId'>;

/** One request: what is asked and shown, the answer, and what has happened. */
export function AftersaleDrawer({ aftersaleId, onClose }: { aftersaleId: string | null; onClose(): void }) {
  const { data, error, refetch, isPlaceholderData } = useRead(
    'GET /admin/aftersales/:aftersaleId',
    { params: { aftersaleId: aftersaleId ?? '' } },
    { isEnabled: aftersaleId !== null },
  );
  const detail = isPlaceholderData ? undefined : data;
  return (
    <Drawer
      open={aftersaleId !== null}
      onClose={onClose}
      size={848}
      closable={{ placement: 'end' }}
      classNames={{ body: 'drawer-body' }}
      title={detail ? <Title detail={detail} /> : '售后申请'}
    >
      {detail ? (
        <div className="aftersale-detail">
          <div className="aftersale-work">
            {/* a request answered by somebody else begins anew */}
            <AftersaleAnswer key={`${detail.aftersale.id} ${detail.aftersale.state}`} detail={detail} />
            <Evidence aftersale={detail.aftersale} />
            <AftersaleUnits detail={detail} />
          </div>
          <AftersaleSide detail={detail} />
        </div>
      ) : error ? (
        <Blank
          kind="error"
          title="申请没有加载出来"
          hint={sentenceOf(error)}
          code={error instanceof AdminError ? error.requestId : ''}
          onRetry={() => void refetch()}
          isPage
        />
      ) : (
        <LoadingRows count={6} />
      )}
    </Drawer>
  );
}

function Title({ detail: { aftersale } }: { detail: AftersaleDetail }) {
  return (
    <div className="row drawer-title">
      <span>{AFTERSALE_KIND_WORDS[aftersale.kind]}</span>
      <Dot tone={AFTERSALE_TONES[aftersale.state]}>{AFTERSALE_STATE_WORDS[aftersale.state]}</Dot>
      <Link className="num" to={`/orders?order=${aftersale.orderId}`}>
        {`订单 ${aftersale.orderId}`}
      </Link>
    </div>
  );
}
