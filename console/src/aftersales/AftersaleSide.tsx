import { AFTERSALE_ACTOR_WORDS, AFTERSALE_STATE_WORDS } from '../components/aftersaleWords';
import { ORDER_WORDS } from '@jishi/contract/plain/words';
import { clockOf } from '../time';
import type { AftersaleDetail } from './AftersaleDrawer';

/** How the order stood, where goods go back to, and what has happened. */
export function AftersaleSide({ detail: { aftersale } }: { detail: AftersaleDetail }) {
  const { orderState, fulfilment, returnTo, parcel, answer, moves } = aftersale;
  return (
    <aside>
      <div className="sect">
        <h3>申请时的订单</h3>
        <dl className="kv">
          <dt>状态</dt>
          <dd>{ORDER_WORDS[orderState]}</dd>
          <dt>履约</dt>
          <dd>{fulfilment === 'pickup' ? '到店自提' : '快递'}</dd>
        </dl>
      </div>
      {returnTo && (
        <div className="sect">
          <h3>寄回到</h3>
          <p>
            {returnTo.name} <span className="num">{returnTo.phone}</span>
          </p>
          <p>
            {returnTo.province}
            {returnTo.city}
            {returnTo.district}
            <br />
            {returnTo.detail}
          </p>
        </div>
      )}
      {parcel && (
        <div className="sect">
          <h3>寄回的包裹</h3>
          <p>{parcel.carrier}</p>
          <p className="num">{parcel.trackingNo}</p>
        </div>
      )}
      {answer && (
        <div className="sect">
          <h3>商家的答复</h3>
          <p className="evidence-text">{answer}</p>
        </div>
      )}
      <div className="sect">
        <h3>经过</h3>
        <ul className="tl">
          {moves.map(({ state, actor, note, at }, index) => (
            <li key={state} className={index === 0 ? 'on' : ''}>
              <div>
                <time>{clockOf(at)}</time> <span className="sub">{AFTERSALE_ACTOR_WORDS[actor]}</span>
              </div>
              <div>{state === 'requested' ? '提出申请' : AFTERSALE_STATE_WORDS[state]}</div>
              {note && <div className="sub evidence-text">{note}</div>}
            </li>
          ))}
        </ul>
      </div>
    </aside>
  );
}
